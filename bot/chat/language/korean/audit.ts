import type { Translations } from './translations.ts';

/** The audit trail. */
export const AUDIT: Translations = {
  'Verify the whole audit trail and show its head.':
    '감사 기록 전체를 검증하고 마지막 항목을 보여 줍니다.',
  'The audit trail is intact.': '감사 기록이 온전합니다.',
  'The audit trail is NOT intact.': '감사 기록이 온전하지 않습니다.',
  'Head: {head}': '마지막 항목: {head}',
  'Keep the head outside: failback audit verify --head finds what is later cut off.':
    '마지막 항목의 값을 다른 곳에 보관하십시오. 나중에 잘려 나간 부분은 failback audit verify --head로 찾을 수 있습니다.',
  'Tell the administrator now. Do not restart the bot before the file has been copied.':
    '지금 관리자에게 알리십시오. 파일을 복사하기 전에는 봇을 다시 시작하지 마십시오.',
  '{count, plural, one {# event.} other {# events.}}': '이벤트 {count}건.',
};

import type { Translations } from './translations.ts';

/** What was seen in Azure and on-premises, as a reason or as evidence: parts of lines, without a period. */
export const OBSERVATIONS: Translations = {
  '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}':
    '{state}, 검사점 {checkpoints}개',
  'not seen, {outcome}': '확인되지 않음, {outcome}',
  'not seen, its server was not reached': '확인되지 않음, 서버에 연결되지 않음',
  'not seen, the account of the bot may not look': '확인되지 않음, 봇의 계정에 볼 권한이 없음',
  'not seen, its server has no such VM': '확인되지 않음, 서버에 그런 VM이 없음',
  'not seen, its server could not say': '확인되지 않음, 서버가 알려 주지 못함',
  'not seen, its server gave no certain answer': '확인되지 않음, 서버가 확실한 응답을 주지 않음',
};

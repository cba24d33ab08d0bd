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
  'Entry {sequence} was changed: its hash does not belong to its content and to the entry before it.':
    '{sequence}번 항목이 변경되었습니다. 해시가 항목의 내용 및 이전 항목과 맞지 않습니다.',
  'Entries were reordered: the entry that belongs at {sequence} stands at {foundAt}.':
    '항목의 순서가 바뀌었습니다. {sequence}번에 있어야 할 항목이 {foundAt}번에 있습니다.',
  'Entry {sequence} can not be read: it is not a JSON event.':
    '{sequence}번 항목을 읽을 수 없습니다. JSON 이벤트가 아닙니다.',
  'The end was cut off: entry {known} is known to have existed, the last one in the file is {last}.':
    '끝부분이 잘렸습니다. {known}번 항목이 있었던 것으로 알려져 있지만 파일의 마지막 항목은 {last}번입니다.',
  'Entry {known} is not the entry that the known head was taken from: the entries up to it were rewritten.':
    '{known}번 항목은 보관된 마지막 항목의 값을 가져온 항목이 아닙니다. 그 앞까지의 항목이 다시 작성되었습니다.',
  'The list of failbacks does not agree with the entries about {failback}.':
    '장애 복구 목록이 {failback}에 대한 항목과 일치하지 않습니다.',
  'Line {line} of the export can not be read as an entry.':
    '내보낸 파일의 {line}번째 줄을 항목으로 읽을 수 없습니다.',
  'Entry {sequence} belongs to another stream: {stream}.':
    '{sequence}번 항목은 다른 스트림에 속합니다: {stream}.',
  'The file is damaged: {detail}': '파일이 손상되었습니다: {detail}',
  'Entry {sequence} breaks the numbering of {stream}: expected revision {expected}, found {found}.':
    '{sequence}번 항목이 {stream}의 번호 순서를 깨뜨립니다. 예상된 개정 번호는 {expected}이지만 {found}입니다.',
  'Entry {first} was removed: the next entry in the file is {next}.':
    '{first}번 항목이 제거되었습니다. 파일의 다음 항목은 {next}번입니다.',
  'Entries {first} to {last} were removed: the next entry in the file is {next}.':
    '{first}번부터 {last}번까지의 항목이 제거되었습니다. 파일의 다음 항목은 {next}번입니다.',
  'The disk of the ledger is full, so nothing was recorded and nothing was done. Free some space, then repeat this.':
    '원장의 디스크가 가득 차서 아무것도 기록하거나 실행하지 않았습니다. 공간을 확보한 다음 다시 시도하십시오.',
  'Another program is writing to the ledger, so nothing was recorded and nothing was done. Repeat this in a minute.':
    '다른 프로그램이 원장에 쓰고 있어서 아무것도 기록하거나 실행하지 않았습니다. 1분 후에 다시 시도하십시오.',
  'The ledger can not be used, so the bot does nothing. Look at its log.':
    '원장을 사용할 수 없어서 봇이 아무것도 하지 않습니다. 봇의 로그를 확인하십시오.',
  'Entry {sequence} of the ledger can not be read. Run "failback audit verify" and find out what happened to the file before you go on.':
    '원장의 {sequence}번 항목을 읽을 수 없습니다. 계속하기 전에 "failback audit verify"를 실행하여 파일에 무슨 일이 있었는지 확인하십시오.',
};

import type { LedgerCodes } from '../../failback/words/ledger.ts';
import type { WordsOf } from './words-of.ts';

export const LEDGER_CODE_WORDS = {
  entryChanged: {
    en: 'Entry {sequence} was changed: its hash does not belong to its content and to the entry before it.',
    ko: '{sequence}번 항목이 변경되었습니다. 해시가 항목의 내용 및 이전 항목과 맞지 않습니다.',
  },
  entriesReordered: {
    en: 'Entries were reordered: the entry that belongs at {sequence} stands at {foundAt}.',
    ko: '항목의 순서가 바뀌었습니다. {sequence}번에 있어야 할 항목이 {foundAt}번에 있습니다.',
  },
  entryNotJson: {
    en: 'Entry {sequence} can not be read: it is not a JSON event.',
    ko: '{sequence}번 항목을 읽을 수 없습니다. JSON 이벤트가 아닙니다.',
  },
  endCutOff: {
    en: 'The end was cut off: entry {known} is known to have existed, the last one in the file is {last}.',
    ko: '끝부분이 잘렸습니다. {known}번 항목이 있었던 것으로 알려져 있지만 파일의 마지막 항목은 {last}번입니다.',
  },
  entriesRewritten: {
    en: 'Entry {known} is not the entry that the known head was taken from: the entries up to it were rewritten.',
    ko: '{known}번 항목은 보관된 마지막 항목의 값을 가져온 항목이 아닙니다. 그 앞까지의 항목이 다시 작성되었습니다.',
  },
  listDisagrees: {
    en: 'The list of failbacks does not agree with the entries about {failback}.',
    ko: '장애 복구 목록이 {failback}에 대한 항목과 일치하지 않습니다.',
  },
  exportLineUnreadable: {
    en: 'Line {line} of the export can not be read as an entry.',
    ko: '내보낸 파일의 {line}번째 줄을 항목으로 읽을 수 없습니다.',
  },
  entryOfOtherStream: {
    en: 'Entry {sequence} belongs to another stream: {stream}.',
    ko: '{sequence}번 항목은 다른 스트림에 속합니다: {stream}.',
  },
  fileDamaged: { en: 'The file is damaged: {detail}', ko: '파일이 손상되었습니다: {detail}' },
  numberingBroken: {
    en: 'Entry {sequence} breaks the numbering of {stream}: expected revision {expected}, found {found}.',
    ko: '{sequence}번 항목이 {stream}의 번호 순서를 깨뜨립니다. 예상된 개정 번호는 {expected}이지만 {found}입니다.',
  },
  entryRemoved: {
    en: 'Entry {first} was removed: the next entry in the file is {next}.',
    ko: '{first}번 항목이 제거되었습니다. 파일의 다음 항목은 {next}번입니다.',
  },
  entriesRemoved: {
    en: 'Entries {first} to {last} were removed: the next entry in the file is {next}.',
    ko: '{first}번부터 {last}번까지의 항목이 제거되었습니다. 파일의 다음 항목은 {next}번입니다.',
  },
  ledgerDiskFull: {
    en: 'The disk of the ledger is full, so nothing was recorded and nothing was done. Free some space, then repeat this.',
    ko: '원장의 디스크가 가득 차서 아무것도 기록하거나 실행하지 않았습니다. 공간을 확보한 다음 다시 시도하십시오.',
  },
  ledgerLocked: {
    en: 'Another program is writing to the ledger, so nothing was recorded and nothing was done. Repeat this in a minute.',
    ko: '다른 프로그램이 원장에 쓰고 있어서 아무것도 기록하거나 실행하지 않았습니다. 1분 후에 다시 시도하십시오.',
  },
  ledgerUnusable: {
    en: 'The ledger can not be used, so the bot does nothing. Look at its log.',
    ko: '원장을 사용할 수 없어서 봇이 아무것도 하지 않습니다. 봇의 로그를 확인하십시오.',
  },
  ledgerEntryUnreadable: {
    en: 'Entry {sequence} of the ledger can not be read. Run "failback audit verify" and find out what happened to the file before you go on.',
    ko: '원장의 {sequence}번 항목을 읽을 수 없습니다. 계속하기 전에 "failback audit verify"를 실행하여 파일에 무슨 일이 있었는지 확인하십시오.',
  },
} as const satisfies WordsOf<LedgerCodes>;

import type { HoldCodes } from '../../failback/words/holds.ts';
import type { WordsOf } from './words-of.ts';

export const HOLD_CODE_WORDS = {
  noReasonGiven: { en: 'no reason given', ko: '이유 없음' },
  disksHalfWritten: {
    en: 'Half written after a cancel. The VM on them must not be started.',
    ko: '취소하면 일부만 기록된 상태로 남습니다. 이 디스크를 쓰는 온-프레미스 VM을 시작하면 안 됩니다.',
  },
  stateAtTask: { en: '{state}, “{task}”', ko: '{state}, “{task}”' },
  azureVmStopping: {
    en: 'It is being stopped, or is stopped already. Cancelling does not start it again, and the bot cannot: look at it in the Azure portal.',
    ko: '중지되는 중이거나 이미 중지되었습니다. 취소해도 다시 시작되지 않으며 봇이 시작할 수도 없습니다. Azure Portal에서 확인하십시오.',
  },
  azureVmKeepsRunning: {
    en: 'It keeps running, whatever is chosen.',
    ko: '무엇을 선택하든 계속 실행됩니다.',
  },
  moreErrors: {
    en: '{left}; the Azure portal shows them with the job',
    ko: '{left}건. Azure Portal의 작업에서 볼 수 있습니다',
  },
  stateByOtherName: { en: '{state} (“{own}”)', ko: '{state} (“{own}”)' },
  itemReplicating: {
    en: '{item} (health {health}, initial replication {percent} %)',
    ko: '{item}(정상 여부 {health}, 초기 복제 {percent}%)',
  },
  vmStateAndCheckpoints: {
    en: '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}',
    ko: '{state}, 검사점 {checkpoints}개',
  },
  vmNotOff: { en: 'not off', ko: '꺼져 있지 않음' },
  vmAtStep: { en: '{vm} (“{step}”)', ko: '{vm} (“{step}”)' },
  hours: { en: '{hours, plural, one {# hour} other {# hours}}', ko: '{hours}시간' },
  onHold: {
    en: 'On hold: the bot waits for a choice.',
    ko: '보류: 봇이 선택을 기다리고 있습니다.',
  },
} as const satisfies WordsOf<HoldCodes>;

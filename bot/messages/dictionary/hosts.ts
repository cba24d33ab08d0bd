import type { HostCodes } from '../../failback/words/hosts.ts';
import type { WordsOf } from './words-of.ts';

export const HOST_CODE_WORDS = {
  hostNotReached: { en: 'Not reached.', ko: '연결되지 않았습니다.' },
  hostForbids: {
    en: 'Reached, but the account of the bot may not do this.',
    ko: '연결되었지만 봇의 계정에 이 작업을 할 권한이 없습니다.',
  },
  hostHasNoSuch: {
    en: 'Reached, but there is no such thing.',
    ko: '연결되었지만 해당 항목이 없습니다.',
  },
  hostFailed: { en: 'Reached, but it did not work.', ko: '연결되었지만 작업이 실패했습니다.' },
  hostUncertain: { en: 'No certain answer.', ko: '확실한 응답이 없습니다.' },
  startActionReads: { en: 'it reads {startAction}', ko: '현재 값이 {startAction}임' },
  noHostConnector: { en: 'no host connector', ko: '호스트 커넥터 없음' },
  switchNotThere: { en: 'it is not there', ko: '그곳에 없음' },
} as const satisfies WordsOf<HostCodes>;

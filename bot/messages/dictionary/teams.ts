import type { TeamsCodes } from '../../failback/words/teams.ts';
import type { WordsOf } from './words-of.ts';

export const TEAMS_CODE_WORDS = {
  teamsMessageGone: {
    en: 'The Teams message is no longer there.',
    ko: 'Teams 메시지가 더 이상 없습니다.',
  },
  teamsConversationClosed: {
    en: 'The bot cannot write to this Teams conversation. Install the app there, then try again.',
    ko: '봇이 이 Teams 대화에 쓸 수 없습니다. 그곳에 앱을 설치한 다음 다시 시도하십시오.',
  },
  teamsRefusesBot: {
    en: 'Teams does not accept the bot. Check its app id, its password and its tenant.',
    ko: 'Teams가 봇을 허용하지 않습니다. 앱 ID, 암호, 테넌트를 확인하십시오.',
  },
  teamsNotReached: { en: 'Teams was not reached.', ko: 'Teams에 연결되지 않았습니다.' },
  teamsSignInFailed: {
    en: 'The bot could not sign in to Teams.',
    ko: '봇이 Teams에 로그인하지 못했습니다.',
  },
  teamsServerNotAllowed: {
    en: 'The server of this Teams conversation is not one that the settings allow, so nothing was sent.',
    ko: '이 Teams 대화의 서버는 설정에서 허용된 서버가 아니므로 아무것도 보내지 않았습니다.',
  },
  teamsRateLimited: { en: 'Teams asks to slow down.', ko: 'Teams가 요청 속도를 늦추라고 합니다.' },
  teamsStatus: {
    en: 'Teams answered with status {status}.',
    ko: 'Teams가 오류로 응답했습니다. 상태 코드: {status}.',
  },
  teamsStatusAndError: {
    en: 'Teams answered with status {status}: {error}.',
    ko: 'Teams가 오류로 응답했습니다. 상태 코드: {status}, {error}.',
  },
} as const satisfies WordsOf<TeamsCodes>;

import type { SlackCodes } from '../../failback/words/slack.ts';
import type { WordsOf } from './words-of.ts';

export const SLACK_CODE_WORDS = {
  slackBotTokenRefused: {
    en: 'Slack: the bot token is refused. {why}',
    ko: 'Slack: 봇 토큰이 거부되었습니다. {why}',
  },
  slackAppTokenRefused: {
    en: 'Slack: the app token is refused. {why} It needs the scope connections:write.',
    ko: 'Slack: 앱 토큰이 거부되었습니다. {why} connections:write 범위가 필요합니다.',
  },
  slackMessageGone: {
    en: 'The Slack message is no longer there.',
    ko: 'Slack 메시지가 더 이상 없습니다.',
  },
  slackChannelClosed: {
    en: 'The bot cannot write to this Slack channel. Invite it, then try again.',
    ko: '봇이 이 Slack 채널에 쓸 수 없습니다. 봇을 초대한 다음 다시 시도하십시오.',
  },
  slackRefusesBot: {
    en: 'Slack does not accept the bot. Check its tokens and scopes.',
    ko: 'Slack이 봇을 허용하지 않습니다. 토큰과 권한 범위를 확인하십시오.',
  },
  slackStatus: {
    en: 'Slack answered with status {status}.',
    ko: 'Slack이 오류로 응답했습니다. 상태 코드: {status}.',
  },
  slackNotReached: { en: 'Slack was not reached.', ko: 'Slack에 연결되지 않았습니다.' },
  slackCallFailed: { en: 'The call to Slack failed.', ko: 'Slack 호출이 실패했습니다.' },
  slackRefused: { en: 'Slack refused: {error}.', ko: 'Slack이 거부했습니다: {error}.' },
  slackRateLimited: { en: 'Slack asks to slow down.', ko: 'Slack이 요청 속도를 늦추라고 합니다.' },
} as const satisfies WordsOf<SlackCodes>;

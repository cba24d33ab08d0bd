import type { Translations } from './translations.ts';

/** What the chats and Azure refuse or have no room for, and what the chats' own forms say. */
export const SERVICES: Translations = {
  'Azure Site Recovery answered {status} ({code}): “{message}”':
    'Azure Site Recovery의 응답: {status} ({code}): “{message}”',
  'No token for Azure Site Recovery could be obtained. Check the credential in the settings.':
    'Azure Site Recovery의 토큰을 받지 못했습니다. 설정의 자격 증명을 확인하십시오.',
  'Azure Site Recovery did not answer ({reason}).':
    'Azure Site Recovery가 응답하지 않았습니다({reason}).',
  'Azure Site Recovery sent an answer that cannot be used ({operation}: “{problem}”).':
    'Azure Site Recovery가 사용할 수 없는 응답을 보냈습니다({operation}: “{problem}”).',
  'Shortened: the rest does not fit into one Slack message.':
    '줄였습니다. 나머지는 Slack 메시지 하나에 들어가지 않습니다.',
  'The Slack message is no longer there.': 'Slack 메시지가 더 이상 없습니다.',
  'The bot cannot write to this Slack channel. Invite it, then try again.':
    '봇이 이 Slack 채널에 쓸 수 없습니다. 봇을 초대한 다음 다시 시도하십시오.',
  'Slack does not accept the bot. Check its tokens and scopes.':
    'Slack이 봇을 허용하지 않습니다. 토큰과 권한 범위를 확인하십시오.',
  'Slack answered with status {status}.': 'Slack이 오류로 응답했습니다. 상태 코드: {status}.',
  'Slack was not reached.': 'Slack에 연결되지 않았습니다.',
  'The call to Slack failed.': 'Slack 호출이 실패했습니다.',
  'Slack refused: {name}.': 'Slack이 거부했습니다: {name}.',
  'Slack asks to slow down.': 'Slack이 요청 속도를 늦추라고 합니다.',
  Cancel: '취소',
  '{label}: {missing} of {count} choices do not fit here.':
    '{label}: 선택지 {count}개 중 {missing}개는 여기에 들어가지 않습니다.',
  'This cannot be used: it is not from the bot, or it is too old. Type {help}.':
    '사용할 수 없습니다. 봇이 보낸 것이 아니거나 너무 오래되었습니다. 다음을 입력하십시오: {help}',
  'Shortened: the rest does not fit into one Teams message.':
    '줄였습니다. 나머지는 Teams 메시지 하나에 들어가지 않습니다.',
  Show: '보기',
  'Done.': '완료되었습니다.',
  'The Teams message is no longer there.': 'Teams 메시지가 더 이상 없습니다.',
  'The bot cannot write to this Teams conversation. Install the app there, then try again.':
    '봇이 이 Teams 대화에 쓸 수 없습니다. 그곳에 앱을 설치한 다음 다시 시도하십시오.',
  'Teams does not accept the bot. Check its app id, its password and its tenant.':
    'Teams가 봇을 허용하지 않습니다. 앱 ID, 암호, 테넌트를 확인하십시오.',
  'Teams was not reached.': 'Teams에 연결되지 않았습니다.',
  'The bot could not sign in to Teams.': '봇이 Teams에 로그인하지 못했습니다.',
  'The server of this Teams conversation is not one that the settings allow, so nothing was sent.':
    '이 Teams 대화의 서버는 설정에서 허용된 서버가 아니므로 아무것도 보내지 않았습니다.',
  'Teams asks to slow down.': 'Teams가 요청 속도를 늦추라고 합니다.',
  'Teams answered with status {status}.': 'Teams가 오류로 응답했습니다. 상태 코드: {status}.',
  'Teams answered with status {status}: {name}.':
    'Teams가 오류로 응답했습니다. 상태 코드: {status}, {name}.',
  Back: '뒤로',
  'This is needed.': '필수 항목입니다.',
  'This was received already. Look at the newest message in the channel.':
    '이미 접수되었습니다. 채널의 최신 메시지를 확인하십시오.',
  'Received. This takes a moment; the answer follows.':
    '접수되었습니다. 시간이 조금 걸리며, 곧 응답을 보냅니다.',
  'Leave this conversation and come back to see the message again.':
    '메시지를 다시 보려면 이 대화에서 나갔다가 돌아오십시오.',
  'Everybody here sees this answer. To get yours in private, open a chat with Failback, type help once, and ask again.':
    '이 응답은 여기 있는 모든 사람에게 보입니다. 응답을 혼자 받으려면 Failback과의 채팅을 열고 help를 한 번 입력한 다음 다시 요청하십시오.',
  'The answer is for you alone, and others would see it here. Open a chat with Failback, type help once, and ask again.':
    '이 응답은 본인에게만 보여야 하는데, 여기에서는 다른 사람도 보게 됩니다. Failback과의 채팅을 열고 help를 한 번 입력한 다음 다시 요청하십시오.',
};

import type { Translations } from './translations.ts';

/** What the chats and Azure refuse or have no room for, and what the chats' own forms say. */
export const SERVICES: Translations = {
  'Shortened: the rest does not fit into one Slack message.':
    '줄였습니다. 나머지는 Slack 메시지 하나에 들어가지 않습니다.',
  Cancel: '취소',
  '{label}: {missing} of {count} choices do not fit here.':
    '{label}: 선택지 {count}개 중 {missing}개는 여기에 들어가지 않습니다.',
  'This cannot be used: it is not from the bot, or it is too old. Type {help}.':
    '사용할 수 없습니다. 봇이 보낸 것이 아니거나 너무 오래되었습니다. 다음을 입력하십시오: {help}',
  'Shortened: the rest does not fit into one Teams message.':
    '줄였습니다. 나머지는 Teams 메시지 하나에 들어가지 않습니다.',
  Show: '보기',
  'Done.': '완료되었습니다.',
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

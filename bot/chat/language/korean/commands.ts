import type { Translations } from './translations.ts';

/** The commands: their help, and what they answer. What has to be typed stays as it is. */
export const COMMANDS: Translations = {
  'Failback brings Hyper-V VMs home from Azure':
    'Failback은 Hyper-V VM을 Azure에서 온-프레미스로 복귀시킵니다',
  'What you can ask for.': '사용할 수 있는 명령을 보여 줍니다.',
  'Answers are for you alone. What happens to a failback is shown on its board in the channel.':
    '응답은 본인에게만 보입니다. 장애 복구의 진행 상황은 채널의 현황판에 표시됩니다.',
  'In your own chat with Failback everything works as in the channel, but name a failback by its id. In other channels and chats you can look.':
    'Failback과의 개인 채팅에서는 채널에서와 똑같이 사용할 수 있지만, 장애 복구를 ID로 지정해야 합니다. 다른 채널과 채팅에서는 볼 수만 있습니다.',
  'In your own chat with Failback everything works as in the channel, but name a failback by its id. To start one there, say in which channel: start web-01 in {channel}. In other channels and chats you can look.':
    'Failback과의 개인 채팅에서는 채널에서와 똑같이 사용할 수 있지만, 장애 복구를 ID로 지정해야 합니다. 거기에서 시작하려면 채널을 지정하십시오: start web-01 in {channel}. 다른 채널과 채팅에서는 볼 수만 있습니다.',
  'Approve the open question. Whoever asked for the failback cannot.':
    '열려 있는 질문을 승인합니다. 장애 복구를 요청한 사람은 승인할 수 없습니다.',
  'Type {command} with the answer behind it.': '{command} 뒤에 답을 붙여 입력하십시오.',
  'To approve, answer this: {question}': '승인하려면 다음 질문에 답하십시오: {question}',
  'To approve, answer this: {question} Answers: {answers}.':
    '승인하려면 다음 질문에 답하십시오: {question} 답: {answers}.',
  '{id}: your approval is recorded. The bot goes on.':
    '{id}: 승인이 기록되었습니다. 봇이 계속 진행합니다.',
  '{id}: your approval is recorded, {count} of {needed}. It waits for another approver.':
    '{id}: 승인이 기록되었습니다. 필요한 {needed}건 중 {count}건입니다. 다른 승인자를 기다리고 있습니다.',
  'Cancelling now would leave the on-premises disks half written, so an approver who did not ask for the failback has to choose: let it finish, cancel and mark the VM, or cancel and run again. The message in the channel has the choices. Until then the job in Azure goes on.':
    '지금 취소하면 온-프레미스 디스크가 일부만 기록된 상태로 남으므로, 장애 복구를 요청하지 않은 승인자가 선택해야 합니다: 끝까지 진행, 취소하고 VM에 시작 금지 표시, 취소하고 다시 실행. 채널의 메시지에 선택지가 있습니다. 그때까지 Azure의 작업은 계속됩니다.',
  'Answer a failback on hold with one of its choices.':
    '보류 중인 장애 복구에 선택지 중 하나로 답합니다.',
  'Say which: /failback choose {id} and one of {names}.':
    '선택지를 지정하십시오: /failback choose {id} 뒤에 다음 중 하나를 입력합니다. {names}.',
  '{id}: your choice is recorded. {meaning}': '{id}: 선택이 기록되었습니다. {meaning}',
  Reason: '이유',
  Choose: '선택',
  'Say why: /failback choose {id} {choice} <reason>':
    '이유를 입력하십시오: /failback choose {id} {choice} <이유>',
  'Decline the open question, with a reason.': '이유를 밝히고 열려 있는 질문을 거절합니다.',
  '{id}: declined. Your reason is recorded.': '{id}: 거절되었습니다. 이유가 기록되었습니다.',
  'Say why: /failback decline {id} <reason>': '이유를 입력하십시오: /failback decline {id} <이유>',
  'Decline, {id}': '거절, {id}',
  'Why? Everybody in the channel reads it.': '이유를 입력하십시오. 채널의 모든 사람이 읽습니다.',
  Decline: '거절',
  'Stop the bot, not Azure: it does nothing more until somebody chooses how to go on.':
    'Azure가 아니라 봇을 멈춥니다. 누군가 다음 진행 방법을 선택할 때까지 봇은 아무것도 하지 않습니다.',
  'Say why: /failback hold {id} <reason>': '이유를 입력하십시오: /failback hold {id} <이유>',
  '{id}: on hold. What runs in Azure goes on; the message in the channel has the choices.':
    '{id}: 보류되었습니다. Azure에서 실행 중인 작업은 계속됩니다. 채널의 메시지에 선택지가 있습니다.',
  '{vm} is ready to come home': '{vm}: 온-프레미스로 복귀할 준비가 되었습니다',
  '{vm} is not ready to come home': '{vm}: 온-프레미스로 복귀할 준비가 되지 않았습니다',
  'Nothing was changed. Next: /failback start {vm}':
    '아무것도 변경하지 않았습니다. 다음 단계: /failback start {vm}',
  'Nothing was changed. Put it right, then look again: /failback check {vm}':
    '아무것도 변경하지 않았습니다. 문제를 해결한 다음 다시 확인하십시오: /failback check {vm}',
  'Nothing was changed. /failback start {vm} asks an approver whether to go on although it is not supported.':
    '아무것도 변경하지 않았습니다. /failback start {vm} 명령을 입력하면 지원되지 않더라도 계속할지 승인자에게 묻습니다.',
  '[no]': '[불가]',
  '[not supported]': '[지원되지 않음]',
  '[warning]': '[경고]',
  '[not checked]': '[점검 안 함]',
  '[ok]': '[정상]',
  '[part of a name]': '[이름의 일부]',
  'The protected VMs, where they run and which can come home.':
    '보호된 VM과 실행 위치, 복귀할 수 있는 VM을 보여 줍니다.',
  'The vaults protect no VM.': '자격 증명 모음에 보호된 VM이 없습니다.',
  'No protected VM has that in its name. /failback list shows all.':
    '이름에 그 문자열이 들어 있는 보호된 VM이 없습니다. /failback list로 전체를 볼 수 있습니다.',
  'Protected VMs: {count}': '보호된 VM: {count}개',
  '{count} more. Narrow it down: /failback list web':
    '{count}개가 더 있습니다. 범위를 좁히십시오: /failback list web',
  '/failback check <vm> says whether one is ready to come home.':
    '/failback check <vm>으로 온-프레미스로 복귀할 준비가 되었는지 확인할 수 있습니다.',
  'do not start the VM on-premises': '온-프레미스에서 VM을 시작하지 마십시오',
  'in Azure': 'Azure에서 실행 중',
  'on-premises': '온-프레미스',
  'place not known': '위치를 알 수 없음',
  'Azure says “{state}”': 'Azure 상태: “{state}”',
  '{id} is open': '{id} 진행 중',
  'Where a failback is, or all that are open.':
    '장애 복구의 진행 상태 또는 진행 중인 모든 장애 복구를 보여 줍니다.',
  'No failback is open.': '진행 중인 장애 복구가 없습니다.',
  'Open failbacks: {count}': '진행 중인 장애 복구: {count}건',
  '{count} more are not shown. /failback status FB-… shows one.':
    '{count}건이 더 있지만 표시하지 않았습니다. /failback status FB-…로 하나를 볼 수 있습니다.',
  '/failback status FB-… shows one.': '/failback status FB-…로 하나를 볼 수 있습니다.',
  'What happened in a failback, in order.': '장애 복구에서 일어난 일을 순서대로 보여 줍니다.',
  '{id}: {vm}, {count, plural, one {# event} other {# events}}': '{id}: {vm}, 이벤트 {count}건',
  '{count} earlier ones are not shown. Everything: failback audit export --format jsonl --stream {id}':
    '이전 이벤트 {count}건은 표시하지 않았습니다. 전체: failback audit export --format jsonl --stream {id}',
  'Everything: failback audit export --format jsonl --stream {id}':
    '전체: failback audit export --format jsonl --stream {id}',
  'Who the bot thinks you are, and what you may do.':
    '봇이 누구로 알고 있는지, 무엇을 할 수 있는지 보여 줍니다.',
  'Failback does not know you. You can do nothing here until the administrator adds you under "people" in failback.yaml:':
    'Failback에 등록되지 않은 사용자입니다. 관리자가 failback.yaml의 "people" 아래에 추가할 때까지 여기에서 아무것도 할 수 없습니다:',
  'You are {name}, with the roles: {roles}.': '{name} 님이며, 역할은 다음과 같습니다: {roles}.',
  '{identity}, channel {channel}': '{identity}, 채널 {channel}',
};

import type { Translations } from './translations.ts';

/** How a failback is begun, the advice about its synchronization, and how long it may take. */
export const STARTING: Translations = {
  'How the data travels': '데이터 전송 방법',
  'As advised: ask me where it matters': '권장대로(중요하면 묻기)',
  'Start a failback': '장애 복구(failback) 시작',
  'VM to bring home': '복귀시킬 VM',
  'Channel for its board': '현황판을 둘 채널',
  'Check and ask': '점검하고 묻기',
  'Nothing was started. Say how the data shall travel:':
    '아무것도 시작하지 않았습니다. 데이터를 어떻게 전송할지 지정하십시오:',
  'about {from} to {to} minutes': '약 {from}~{to}분',
  'about {from} to {to}': '약 {from}~{to}',
  'from {count, plural, one {one earlier failback} other {# earlier failbacks}} here':
    '이곳의 이전 장애 복구 {count}건 기준',
  'at {mbps} Mbit/s, all of the data at most': '{mbps}Mbit/s로 모든 데이터를 전송하는 경우',
  'from published figures': '공개된 수치 기준',
  'as is usual': '일반적인 수치 기준',
  '{way}: the changes travel while the Azure VM runs, {data}. Then it is down, {downtime}.':
    '{way}: Azure VM이 실행되는 동안 변경 내용을 전송합니다, {data}. 그런 다음 중지됩니다, {downtime}.',
  'Synchronization before failover': '장애 조치 전 동기화',
  '{way}: the Azure VM stops at once and is down until all of its data is home, {data}.':
    '{way}: Azure VM이 즉시 중지되고 모든 데이터가 온-프레미스에 올 때까지 중지되어 있습니다, {data}.',
  'Full download': '전체 다운로드',
  'Advised: synchronization before failover.': '권장: 장애 조치 전 동기화.',
  'Advised: full download.': '권장: 전체 다운로드.',
  'The VM has been in Azure for {days} days: after a month Microsoft advises a full download.':
    'VM이 Azure에 있은 지 {days}일입니다. 한 달이 지나면 Microsoft는 전체 다운로드를 권장합니다.',
  'The VM has been in Azure for {days, plural, one {# day} other {# days}}, less than the month after which Microsoft advises a full download.':
    'VM이 Azure에 있은 지 {days}일입니다. Microsoft가 전체 다운로드를 권장하는 한 달보다 짧습니다.',
  'Azure does not say for how long the VM has been there.':
    'VM이 Azure에 얼마나 있었는지 Azure가 알려 주지 않습니다.',
  '{server} has no such VM: nothing of it is left to be compared.':
    '{server}에 그런 VM이 없습니다. 비교할 것이 남아 있지 않습니다.',
  'On another server nothing is there to be compared: all of the data may have to travel.':
    '다른 서버에는 비교할 것이 없으므로 모든 데이터를 전송해야 할 수 있습니다.',
  'Of the {of} disks, {missing} cannot be read on-premises.':
    '디스크 {of}개 중 {missing}개를 온-프레미스에서 읽을 수 없습니다.',
  'Whether the on-premises VM and its disks are still there is not known.':
    '온-프레미스 VM과 디스크가 아직 있는지 알 수 없습니다.',
  'How much of the data has changed is not known.': '데이터가 얼마나 변경되었는지 알 수 없습니다.',
  'Before failover: the Azure VM keeps running, short downtime':
    '장애 조치 전: Azure VM 계속 실행, 짧은 가동 중지',
  'Full download: the Azure VM stops at once, long downtime':
    '전체 다운로드: Azure VM 즉시 중지, 긴 가동 중지',
  'Take over a failback that was started in the Azure portal. Calls nothing.':
    'Azure Portal에서 시작된 장애 복구를 넘겨받습니다. 아무것도 호출하지 않습니다.',
  'is open, but Azure could not be read yet. The bot keeps trying.':
    '열려 있지만 아직 Azure를 읽지 못했습니다. 봇이 계속 시도합니다.',
  'is open for {vm}. An approver other than you confirms what is taken over: the message in the channel has it. Nothing is called by it.':
    '{vm}에 대해 열려 있습니다. 본인이 아닌 승인자가 무엇을 넘겨받는지 확인합니다. 채널의 메시지에 있습니다. 이것으로 호출되는 것은 없습니다.',
  '[FB-… or RUN-…] [what the question asks you to type]':
    '[FB-… 또는 RUN-…] [질문에서 입력하라고 하는 값]',
  'Do not wait for the maintenance window: have the question asked now. For approvers, with a reason.':
    '유지 관리 기간을 기다리지 않고 지금 묻게 합니다. 승인자용이며 이유가 필요합니다.',
  '{id}: the bot asks now. Your reason is recorded.':
    '{id}: 봇이 지금 묻습니다. 이유가 기록되었습니다.',
  'Say why: /failback ask-now {id} <reason>': '이유를 입력하십시오: /failback ask-now {id} <이유>',
  'Ask now, {id}': '지금 묻기, {id}',
  'Ask now': '지금 묻기',
  'The question about {question} is asked now, outside of the maintenance window. It still has to be approved.':
    '유지 관리 기간이 아니지만 지금 결정을 묻습니다: {question}. 승인은 그래도 필요합니다.',
  '[FB-… or RUN-…] [reason]': '[FB-… 또는 RUN-…] [이유]',
  'Cancel a failback. While data travels, an approver is asked first.':
    '장애 복구를 취소합니다. 데이터를 전송하는 동안에는 먼저 승인자에게 묻습니다.',
  '{id}: cancelled. {left}': '{id}: 취소되었습니다. {left}',
  '{id}: nothing is cancelled yet. {why}': '{id}: 아직 아무것도 취소되지 않았습니다. {why}',
  'Whether a VM is ready to come home, which way is advised, and how long it may take. Changes nothing.':
    'VM을 온-프레미스로 복귀할 준비가 되었는지, 어떤 방법이 권장되는지, 얼마나 걸릴지 확인합니다. 아무것도 변경하지 않습니다.',
  '[FB-… or RUN-…] <choice> [reason]': '[FB-… 또는 RUN-…] <선택지> [이유]',
  '[FB-… or RUN-…] <reason>': '[FB-… 또는 RUN-…] <이유>',
  '[FB-…, RUN-… or VM]': '[FB-…, RUN-… 또는 VM]',
  '{act}, question {number}': '{act}, 질문 {number}',
  'That server is not registered in the vault of {vm}. Nothing was done.':
    '그 서버는 {vm}의 자격 증명 모음에 등록되어 있지 않습니다. 아무것도 실행하지 않았습니다.',
  'Alternate location: {server}': '대체 위치: {server}',
  'Original location; make the VM if it is not there': '원래 위치, VM이 없으면 만들기',
  'Original location': '원래 위치',
  'Several registered servers are called {name}. Use the whole name: {names}. Nothing was done.':
    '이름이 {name}인 등록된 서버가 여러 개입니다. 전체 이름을 사용하십시오: {names}. 아무것도 실행하지 않았습니다.',
  'No Hyper-V server of a Hyper-V site is registered as {name}. There are: none. An alternate location is possible within a Hyper-V site only. Nothing was done.':
    'Hyper-V 사이트에 이름이 {name}인 Hyper-V 서버가 등록되어 있지 않습니다. 등록된 서버: 없음. 대체 위치는 Hyper-V 사이트 안에서만 사용할 수 있습니다. 아무것도 실행하지 않았습니다.',
  '(nothing)': '(없음)',
  'No Hyper-V server of a Hyper-V site is registered as {name}. There are: {names}. Nothing was done.':
    'Hyper-V 사이트에 이름이 {name}인 Hyper-V 서버가 등록되어 있지 않습니다. 등록된 서버: {names}. 아무것도 실행하지 않았습니다.',
  '{server} is the server of {vm}: that is the original location. Leave out where to. Nothing was done.':
    '{server} 서버는 {vm} VM의 서버이며 원래 위치입니다. 대상 위치를 빼고 입력하십시오. 아무것도 실행하지 않았습니다.',
  'No protected VM runs in Azure: there is nothing to bring home.':
    'Azure에서 실행 중인 보호된 VM이 없습니다. 복귀시킬 것이 없습니다.',
  'Recovery plan {plan} ({count} VMs)': '복구 계획 {plan} (VM {count}개)',
  'To the original location if nothing else is chosen. Nothing is changed before an approver has confirmed the direction.':
    '다른 것을 선택하지 않으면 원래 위치로 복귀합니다. 승인자가 방향을 확인하기 전에는 아무것도 변경하지 않습니다.',
  'Say which VM: /failback start web-01. /failback list shows them.':
    '어느 VM인지 지정하십시오: /failback start web-01. /failback list로 VM 목록을 볼 수 있습니다.',
  '<vm> [to <server>] [create-vm] | plan <recovery plan>':
    '<vm> [to <서버>] [create-vm] | plan <복구 계획>',
  '<vm> [<vm>…] [then <vm>…] [before-failover | full-download] [to <server>] [create-vm] [for <vm>…] [in <channel>] | plan <recovery plan> [full-download] [in <channel>]':
    '<vm> [<vm>…] [then <vm>…] [before-failover | full-download] [to <서버>] [create-vm] [for <vm>…] [in <채널>] | plan <복구 계획> [full-download] [in <채널>]',
  'Bring VMs home: checks them, then asks for the direction. VMs behind "then" wait until those before it are home.':
    'VM을 온-프레미스로 복귀시킵니다. VM을 점검한 다음 방향을 묻습니다. "then" 뒤의 VM은 앞의 VM이 복귀할 때까지 기다립니다.',
  'this channel': '이 채널',
  'the channel {channel}': '{channel} 채널',
  '{id} is open, but Azure could not be read yet. Nothing was changed. The bot keeps trying; /failback status shows it.':
    '{id}: 시작했지만 아직 Azure를 읽지 못했습니다. 아무것도 변경하지 않았습니다. 봇이 계속 시도하며, /failback status로 볼 수 있습니다.',
  '{id} is open for {vm}, but on hold. Its message in {where} says why.':
    '{id}: {vm} VM의 장애 복구를 시작했지만 보류 중입니다. 이유는 {where}의 메시지에 있습니다.',
  '{id} is open for {vm}. Its board is in {where}. A virtual switch is missing: an approver other than you decides about it first.':
    '{id}: {vm} VM의 장애 복구를 시작했습니다. 현황판은 {where}에 있습니다. 가상 스위치가 없으므로 먼저 본인이 아닌 승인자가 이에 대해 결정합니다.',
  '{id} is open for {vm}. Its board is in {where}. An approver other than you decides the direction next.':
    '{id}: {vm} VM의 장애 복구를 시작했습니다. 현황판은 {where}에 있습니다. 다음으로 본인이 아닌 승인자가 방향을 결정합니다.',
  'VMs, or one recovery plan, to bring home': '복귀시킬 VM, 또는 복구 계획 하나',
  'VMs that wait until those are home': '위의 VM이 복귀할 때까지 기다릴 VM',
  'VMs to bring home': '복귀시킬 VM',
  'Each VM as advised': 'VM마다 권장대로',
  'A recovery plan comes home by itself, in the order of its groups. Nothing was done. Choose one plan and no VM, or VMs and no plan.':
    '복구 계획은 그룹 순서대로 따로 복귀합니다. 아무것도 실행하지 않았습니다. 복구 계획 하나만 선택하거나 VM만 선택하십시오.',
};

import type { Translations } from './translations.ts';

/** Several VMs that come home together, in waves. */
export const RUNS: Translations = {
  '{id}: {vms, plural, one {# VM} other {# VMs}}, Azure to on-premises':
    '{id}: VM {vms}개, Azure에서 온-프레미스로',
  'A VM by itself: /failback status and its id.':
    'VM 하나만 보려면: /failback status 뒤에 ID를 입력하십시오.',
  '{home} of {vms, plural, one {# VM} other {# VMs}} home.{onHold, plural, =0 {} other { On hold: #.}}{lost, plural, =0 {} other { Ended before home: #.}}':
    'VM {vms}개 중 {home}개가 복귀했습니다.{onHold, plural, =0 {} other { 보류: #개.}}{lost, plural, =0 {} other { 복귀 전에 종료: #개.}}',
  'Wave {number} of {count}': '{count}개 묶음 중 {number}번째',
  'Longest downtime': '가장 긴 가동 중지 시간',
  'Longest time not protected': '보호되지 않은 가장 긴 시간',
  'Asked for by {person}, vault {vault}.': '요청자: {person}, 자격 증명 모음: {vault}.',
  '{id}: all {vms, plural, one {# VM} other {# VMs}} home and protected':
    '{id}: VM {vms}개 모두 복귀 및 보호됨',
  '{id}: {home} of {vms, plural, one {# VM} other {# VMs}} home and protected':
    '{id}: VM {vms}개 중 {home}개 복귀 및 보호됨',
  'To try again: {command}': '다시 시도하려면: {command}',
  'is being checked': '점검 중',
  'is to be taken over': '넘겨받을 예정',
  'waits for the decision about a virtual switch': '가상 스위치에 대한 결정 대기 중',
  'a virtual switch is being made': '가상 스위치를 만드는 중',
  'waits for the decision about the direction': '방향에 대한 결정 대기 중',
  'the planned failover is being started': '계획된 장애 조치를 시작하는 중',
  'data travels, the Azure VM runs': '데이터 전송 중, Azure VM 실행 중',
  'ready for complete failover, the Azure VM runs':
    '장애 조치를 완료할 준비가 됨, Azure VM 실행 중',
  'down, complete failover runs': '중지됨, 장애 조치 완료 진행 중',
  'down, all data is downloaded': '중지됨, 모든 데이터 다운로드 중',
  'the failed planned failover job is being restarted':
    '실패한 계획된 장애 조치 작업을 다시 시작하는 중',
  'the planned failover job is being cancelled': '계획된 장애 조치 작업을 취소하는 중',
  'waits at an action of its recovery plan': '복구 계획의 작업에서 대기 중',
  'its recovery plan is told to go on': '복구 계획에 계속하라고 알리는 중',
  'is being verified on-premises': '온-프레미스에서 검증 중',
  'home, waits for the decision about the commit': '복귀함, 커밋에 대한 결정 대기 중',
  'home, the commit runs': '복귀함, 커밋 진행 중',
  'home, waits for the decision about reverse replicate': '복귀함, 역방향 복제에 대한 결정 대기 중',
  'home, replication is being set up': '복귀함, 복제를 설정하는 중',
  'home and protected': '복귀 및 보호됨',
  'ended, it was not ready': '종료됨, 준비되지 않았음',
  'ended, the direction was declined': '종료됨, 방향이 거절됨',
  'ended, nobody decided in time': '종료됨, 제때 결정한 사람이 없음',
  'ended, it was cancelled': '종료됨, 취소됨',
  'ended, the bot let go of it': '종료됨, 봇이 관리를 중단함',
  'on hold, a choice is waited for ({place})': '보류 중, 선택 대기 중({place})',
  'waits until wave {number} is home': '{number}번째 묶음의 복귀를 기다림',
  'waits for the others of its wave': '같은 묶음의 다른 VM을 기다림',
  'downtime {time}': '가동 중지 시간 {time}',
  'not protected for {time}': '보호되지 않은 시간 {time}',
  '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure shows anything else at its call, or if its call is not made within {time}.':
    '{run}, {wave}번째 묶음. 답변 하나가 목록의 각 VM에 적용됩니다. 호출할 때 Azure의 상태가 다르거나 호출이 {time} 안에 이루어지지 않은 VM은 따로 다시 묻습니다.',
  '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure or the VM on-premises shows anything else at its call, or if its call is not made within {time}.':
    '{run}, {wave}번째 묶음. 답변 하나가 목록의 각 VM에 적용됩니다. 호출할 때 Azure나 온-프레미스 VM의 상태가 다르거나 호출이 {time} 안에 이루어지지 않은 VM은 따로 다시 묻습니다.',
  '{run}, wave {wave}. Nothing is left to decide here.':
    '{run}, {wave}번째 묶음. 여기에서 결정할 것은 없습니다.',
  'On hold: wave {wave} of {run}': '보류: {run}의 {wave}번째 묶음',
  '{run}, wave {wave}. One choice counts for each VM of the list.':
    '{run}, {wave}번째 묶음. 선택 하나가 목록의 각 VM에 적용됩니다.',
  'Was on hold: wave {wave} of {run}': '보류였음: {run}의 {wave}번째 묶음',
  'Virtual switches: make what {vms, plural, one {# VM} other {# VMs}} need?':
    '가상 스위치: VM {vms}개에 필요한 스위치를 만드시겠습니까?',
  'A private virtual switch is made for each missing name. It changes no network.':
    '없는 이름마다 개인 가상 스위치를 만듭니다. 네트워크는 변경하지 않습니다.',
  'Direction: bring {vms, plural, one {# VM} other {# VMs}} home from Azure to on-premises?':
    '방향: VM {vms}개를 Azure에서 온-프레미스로 복귀시키시겠습니까?',
  'Complete failover: take {vms, plural, one {# VM} other {# VMs}} down in Azure and start on-premises?':
    '장애 조치(failover) 완료: VM {vms}개를 Azure에서 중지하고 온-프레미스에서 시작하시겠습니까?',
  'Complete failover: the waiting planned failover job of each VM is resumed.':
    '장애 조치 완료: 각 VM의 대기 중인 계획된 장애 조치 작업을 재개합니다.',
  'Every VM of the list stops in Azure at once. Each is down until it has started on-premises.':
    '목록의 모든 VM이 즉시 Azure에서 중지됩니다. 각 VM은 온-프레미스에서 시작될 때까지 중지되어 있습니다.',
  'Commit: delete {vms, plural, one {# VM} other {# VMs}} in Azure for good?':
    '커밋: Azure에서 VM {vms}개를 영구히 삭제하시겠습니까?',
  'Commit of the failback of each VM. Check first that all of them work on-premises.':
    '각 VM의 장애 복구를 커밋합니다. 먼저 모두 온-프레미스에서 작동하는지 확인하십시오.',
  'The Azure VMs of the list and their disks are deleted. There is no way back after this.':
    '목록의 Azure VM과 디스크가 삭제됩니다. 커밋한 후에는 되돌릴 방법이 없습니다.',
  'Type the id of the run, a space, and how many VMs are deleted.':
    '일괄 작업의 ID, 공백, 삭제되는 VM의 수를 차례로 입력하십시오.',
  'Reverse replicate: protect {vms, plural, one {# VM} other {# VMs}} in Azure again?':
    '역방향 복제: Azure에서 VM {vms}개를 다시 보호하시겠습니까?',
  'Reverse replicate of each VM: replication from on-premises to Azure starts.':
    '각 VM의 역방향 복제: 온-프레미스에서 Azure로의 복제가 시작됩니다.',
  'To approve, type {command} with the answer behind it.':
    '승인하려면 {command} 뒤에 답을 붙여 입력하십시오.',
  'your approval is recorded for {vms, plural, one {# VM} other {# VMs}}. The bot goes on.':
    'VM {vms}개에 대한 승인이 기록되었습니다. 봇이 계속 진행합니다.',
  'your approval is recorded for {vms, plural, one {# VM} other {# VMs}}, {votes} of {needed}. It waits for another approver.':
    'VM {vms}개에 대한 승인이 기록되었습니다. 필요한 {needed}건 중 {votes}건입니다. 다른 승인자를 기다리고 있습니다.',
  'cancelled before anything was started: {vms}.': '시작하기 전에 취소됨: {vms}.',
  'nothing is left that was not started, so nothing was done.':
    '시작하지 않은 것이 남아 있지 않아 아무것도 실행하지 않았습니다.',
  'These go on. To cancel one of them: /failback cancel and its id.':
    '다음은 계속됩니다. 하나를 취소하려면 /failback cancel 뒤에 ID를 입력하십시오.',
  '{id} is open for it.': '{id} 진행 중입니다.',
  'your choice is recorded for {vms, plural, one {# VM} other {# VMs}}.':
    'VM {vms}개에 대한 선택이 기록되었습니다.',
  'Say which: {command} and one of {names}.':
    '선택지를 지정하십시오: {command} 뒤에 다음 중 하나를 입력합니다. {names}.',
  'declined for {vms, plural, one {# VM} other {# VMs}}. Your reason is recorded.':
    'VM {vms}개에 대해 거절되었습니다. 이유가 기록되었습니다.',
  'Say why: {command} and the reason.': '이유를 입력하십시오: {command} 뒤에 이유를 붙입니다.',
  'Nothing was started: {blocked} of {vms} VMs cannot come home now':
    '아무것도 시작하지 않았습니다. VM {vms}개 중 {blocked}개가 지금 복귀할 수 없습니다',
  'To start the others: {command}': '나머지를 시작하려면: {command}',
  'There is no run {id}. Nothing was done. /failback status shows what is open.':
    'ID가 {id}인 일괄 작업이 없습니다. 아무것도 실행하지 않았습니다. /failback status로 진행 중인 것을 볼 수 있습니다.',
  'Several questions of {run} are open, so nothing was done. Press the button in the channel, or name the wave behind the id, for example {example}.':
    '{run}에 열려 있는 질문이 여러 개이므로 아무것도 실행하지 않았습니다. 채널의 단추를 누르거나 ID 뒤에 묶음을 지정하십시오. 예: {example}.',
  '{vm} is named twice, so nothing was done. A VM comes home once.':
    '{vm} VM이 두 번 지정되어 아무것도 실행하지 않았습니다. VM은 한 번만 복귀합니다.',
  'Those are {count} VMs, so nothing was done. At most {max} can be decided on together: start several runs.':
    'VM이 {count}개이므로 아무것도 실행하지 않았습니다. 함께 결정할 수 있는 VM은 최대 {max}개입니다. 나누어 시작하십시오.',
  '{id}: {vms, plural, one {# VM} other {# VMs}}, {events, number} events':
    '{id}: VM {vms}개, 이벤트 {events, number}건',
  '{left, plural, =0 {} other {# earlier ones are not shown. }}Of one VM: /failback timeline and its id.':
    '{left, plural, =0 {} other {이전 이벤트 #건은 표시하지 않았습니다. }}VM 하나만 보려면: /failback timeline 뒤에 ID를 입력하십시오.',
  'is open for {vms, plural, one {# VM} other {# VMs}} in {waves, plural, one {# wave} other {# waves}}. Its board is in the channel {channel}. An approver other than you decides the direction of each wave.':
    'VM {vms}개, 묶음 {waves}개로 진행합니다. 현황판은 {channel} 채널에 있습니다. 본인이 아닌 승인자가 각 묶음의 방향을 결정합니다.',
  'what you typed is not the id of the run and the number of VMs. Nothing was done; the attempt is recorded. Read the question again before you approve.':
    '입력한 값이 일괄 작업의 ID와 VM의 수가 아닙니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다. 승인하기 전에 질문을 다시 읽으십시오.',
  'Wave {wave}.': '{wave}번째 묶음.',
  'no such question is open as you saw it, so nothing was done. Use the newest message in the channel.':
    '보신 질문이 그대로 열려 있지 않아 아무것도 실행하지 않았습니다. 채널의 최신 메시지를 사용하십시오.',
  'This works for one VM at a time, so nothing was done. Name its failback: /failback status and the id of the run shows the ids.':
    '한 번에 VM 하나에만 쓸 수 있으므로 아무것도 실행하지 않았습니다. 장애 복구를 지정하십시오. /failback status 뒤에 일괄 작업의 ID를 입력하면 ID를 볼 수 있습니다.',
  'NOT proven to be well': '정상임이 증명되지 않음',
  'proven well': '정상임이 증명됨',
  'Each comes to where the list says; without a word of it, to the original location.':
    '각 VM은 목록에 적힌 위치로 복귀하며, 위치가 적혀 있지 않으면 원래 위치로 복귀합니다.',
  'All come to the original location.': '모두 원래 위치로 복귀합니다.',
  'Planned failover of each VM from Azure to on-premises, with data synchronization before failover.':
    '각 VM을 Azure에서 온-프레미스로 계획된 장애 조치(failover)를 하며, 장애 조치 전에 데이터를 동기화합니다.',
  'Planned failover of each VM from Azure to on-premises, with a full download of all disks.':
    '각 VM을 Azure에서 온-프레미스로 계획된 장애 조치(failover)를 하며, 모든 디스크를 전체 다운로드합니다.',
  'Planned failover of each VM from Azure to on-premises: with a full download where the list says so, else with data synchronization before failover.':
    '각 VM을 Azure에서 온-프레미스로 계획된 장애 조치(failover)를 합니다. 목록에 적힌 VM은 전체 다운로드하고, 나머지는 장애 조치 전에 데이터를 동기화합니다.',
  'Every VM of the list stops in Azure the moment this is approved. Each is down until all of its data is downloaded and it has started on-premises. Nothing is asked in between.':
    '승인하는 즉시 목록의 모든 VM이 Azure에서 중지됩니다. 각 VM은 모든 데이터를 다운로드하고 온-프레미스에서 시작될 때까지 중지되어 있습니다. 그 사이에는 아무것도 묻지 않습니다.',
  'The shutdown in Azure of each VM with a full download. The bot cannot start the Azure VMs again; they are kept, stopped, until the commit.':
    '전체 다운로드를 하는 각 VM이 Azure에서 종료됩니다. 봇은 Azure VM을 다시 시작할 수 없으며, 커밋할 때까지 중지된 상태로 유지됩니다.',
  '{range} for all': '전체 {range}',
  'Then the failbacks of these VMs end.':
    '그때까지 결정이 없으면 이 VM들의 장애 복구가 종료됩니다.',
  'Then the bot goes on hold with these VMs and calls nothing.':
    '그때까지 결정이 없으면 봇이 이 VM들을 보류하고 아무것도 호출하지 않습니다.',
  '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure shows anything else at its call, or if its call is not made within {time} and before the maintenance window closes.':
    '{run}, {wave}번째 묶음. 답변 하나가 목록의 각 VM에 적용됩니다. 호출할 때 Azure의 상태가 다르거나 호출이 {time} 안에, 그리고 유지 관리 기간이 끝나기 전에 이루어지지 않은 VM은 따로 다시 질문합니다.',
  '{name} goes on although it is not supported: {reason}':
    '{name} 님이 지원되지 않지만 계속하기로 했습니다: {reason}',
  'to {server}': '{server} 서버로',
  'full download': '전체 다운로드',
  'Nothing was started. For {count} of {vms} VMs a full download is advised:':
    '시작하지 않았습니다. VM {vms}개 중 {count}개는 전체 다운로드를 권장합니다.',
  'Say how the data shall travel. Each as advised:':
    '데이터를 전송할 방법을 지정하십시오. 각각 권장대로 하려면:',
  'All in the same way, where nothing else was said:':
    '따로 지정하지 않은 VM을 모두 같은 방법으로 하려면:',
  '{why} Full download: down {full}. Before failover: the changes travel {data}, then down {downtime}.':
    '{why} 전체 다운로드: 중지 시간 {full}. 장애 조치 전 동기화: 변경 내용 전송 {data}, 그다음 중지 시간 {downtime}.',
  '{name}: {finding} Start it by itself: an approver may let that pass.':
    '{name}: {finding} 이 VM을 따로 시작하십시오. 승인자가 허용할 수 있습니다.',
  '{vm} stands behind "for", but is not one of the VMs that come home. Nothing was done. Name it before the options, too.':
    '{vm} VM이 "for" 뒤에 있지만 복귀할 VM이 아닙니다. 아무것도 실행하지 않았습니다. 옵션 앞에도 지정하십시오.',
  '{server} is the server of {vm}: that is the original location. Nothing was done. Say which VMs go there: {command}':
    '{server}: {vm}의 서버이므로 원래 위치입니다. 아무것도 실행하지 않았습니다. 그 서버로 갈 VM을 지정하십시오: {command}',
  'Two different things are said of {vm}. Nothing was done. Say one of them.':
    '{vm}에 대해 서로 다른 두 가지가 지정되었습니다. 아무것도 실행하지 않았습니다. 하나만 지정하십시오.',
  'It is not clear for which VMs the option before {word} is meant, so nothing was done. Name all VMs first, then the options: {example}':
    '{word} 앞의 옵션이 어느 VM에 해당하는지 분명하지 않아 아무것도 실행하지 않았습니다. 모든 VM을 먼저 지정한 다음 옵션을 지정하십시오: {example}',
  'Each VM with a full download stops in Azure the moment this is approved, and is down until it has started on-premises. Nothing is asked in between. The others keep running while their changes are copied.':
    '승인하는 즉시 전체 다운로드를 하는 각 VM이 Azure에서 중지되어 온-프레미스에서 시작될 때까지 중지되어 있습니다. 그 사이에는 아무것도 묻지 않습니다. 나머지는 변경 내용을 복사하는 동안 계속 실행됩니다.',
  'full download: stops at once': '전체 다운로드: 즉시 중지됨',
  'made if it is not there': '없으면 새로 만듦',
  'DO NOT START it': '시작하지 마십시오',
  '{count} more notes of this kind. The status of each VM has them.':
    '이런 항목이 {count}건 더 있습니다. 각 VM의 상태에서 볼 수 있습니다.',
  '{count, plural, one {# warning} other {# warnings}}': '경고 {count}건',
  'Wave {wave}, {vms}: the bot will ask about {question} at {time}.':
    '{wave}번째 묶음, {vms}: {time}에 봇이 묻습니다. 질문: {question}.',
  'Handover of {id}: {vms, plural, one {# VM} other {# VMs}}': '{id} 인수인계: VM {vms}개',
  '{names} and {left} more': '{names} 외 {left}개',
  'nothing of it waits for a maintenance window, so nothing was done.':
    '유지 관리 기간을 기다리는 것이 없어 아무것도 실행하지 않았습니다.',
  'the bot asks now about {vms}. Your reason is recorded.':
    '봇이 지금 묻습니다: {vms}. 이유가 기록되었습니다.',
  'nothing of it goes on, so nothing was done.':
    '진행 중인 것이 없어 아무것도 실행하지 않았습니다.',
  'on hold: {vms}. What runs in Azure goes on; the messages in the channel have the choices, one for each wave.':
    '보류됨: {vms}. Azure에서 실행 중인 것은 계속됩니다. 선택지는 채널의 메시지에 있으며, 묶음마다 하나씩 있습니다.',
  '{id} is not the name of a VM, but looks like an id. This command takes names; where something is that was started: /failback status {id}':
    '{id}: VM의 이름이 아니라 ID로 보입니다. 이 명령에는 이름을 입력하십시오. 시작된 것의 위치를 보려면: /failback status {id}',
  'A virtual switch is missing for {vms}: an approver other than you decides about it first.':
    '다음 VM에 필요한 가상 스위치가 없습니다: {vms}. 본인이 아닌 승인자가 이것부터 결정합니다.',
};

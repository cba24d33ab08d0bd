import type { Translations } from './translations.ts';

/** Recovery plans, and virtual switches that are missing. */
export const PLANS: Translations = {
  'Several vaults have a recovery plan called {plan}. Give them different names first.':
    '이름이 {plan}인 복구 계획이 여러 자격 증명 모음에 있습니다. 먼저 이름을 다르게 지정하십시오.',
  'The vaults have no recovery plan.': '자격 증명 모음에 복구 계획이 없습니다.',
  'No recovery plan is called {plan}. There are: {plans}.':
    '이름이 {plan}인 복구 계획이 없습니다. 복구 계획: {plans}.',
  'Recovery plans: {count}': '복구 계획: {count}개',
  '{away} of {all} VMs in Azure': 'VM {all}개 중 {away}개가 Azure에 있음',
  '{id} of {run} is open': '{run}의 {id} 진행 중',
  'A recovery plan comes home to its original location only: Azure takes no other server for a plan. Nothing was done. Start its VMs by themselves to bring them to another server.':
    '복구 계획의 VM은 원래 위치로만 복귀할 수 있습니다. Azure는 계획에 다른 서버를 허용하지 않습니다. 아무것도 실행하지 않았습니다. 다른 서버로 보내려면 VM을 하나씩 시작하십시오.',
  'is open for the recovery plan {plan} with {count} VMs. An approver other than you decides the direction next.':
    'VM {count}개의 복구 계획 {plan}에 대해 진행합니다. 다음으로 본인이 아닌 승인자가 방향을 결정합니다.',
  'is open for the recovery plan {plan} with {count} VMs, but on hold. Its message in the channel says why.':
    'VM {count}개의 복구 계획 {plan}에 대해 열려 있지만 보류 중입니다. 채널의 메시지에 이유가 있습니다.',
  'Direction: bring the recovery plan {plan} home from Azure to on-premises?':
    '방향: {plan} 복구 계획의 VM을 Azure에서 온-프레미스로 복귀시키시겠습니까?',
  'The on-premises disks of all VMs are overwritten with the data from Azure. Once started, the synchronization must finish: stopping it leaves them inconsistent.':
    '모든 VM의 온-프레미스 디스크를 Azure의 데이터로 덮어씁니다. 한번 시작하면 동기화를 끝까지 마쳐야 합니다. 도중에 멈추면 온-프레미스 디스크의 데이터가 온전하지 않게 됩니다.',
  'On which side are the VMs live now?': 'VM들이 지금 어느 쪽에서 실행 중입니까?',
  'Complete failover: take the VMs of {plan} down in Azure and start them on-premises?':
    '장애 조치(failover) 완료: {plan} 복구 계획의 VM을 Azure에서 중지하고 온-프레미스에서 시작하시겠습니까?',
  'Complete failover: the waiting job of the plan is resumed. The VMs start group after group.':
    '장애 조치(failover) 완료: 대기 중인 계획의 작업을 재개합니다. VM은 그룹 순서대로 시작됩니다.',
  'All {vms} VMs stop in Azure. Each is down until it has started on-premises.':
    'VM {vms}개가 모두 Azure에서 중지됩니다. 각 VM은 온-프레미스에서 시작될 때까지 중지되어 있습니다.',
  'The shutdown in Azure. The bot cannot start the Azure VMs again; they are kept, stopped, until the commit.':
    'Azure VM의 종료. 봇은 Azure VM들을 다시 시작할 수 없으며, 커밋할 때까지 중지된 상태로 남습니다.',
  'Action of the recovery plan {plan}. Is it done?': '복구 계획 {plan}의 작업. 완료되었습니까?',
  'Action of the recovery plan {plan}: “{action}”. Is it done?':
    '복구 계획 {plan}의 작업: “{action}”. 완료되었습니까?',
  'The job of the plan is resumed: it goes on with its next step.':
    '계획의 작업을 재개하며 다음 단계로 진행합니다.',
  'Nothing by this alone. The plan goes on with its next step.':
    '이것만으로는 없습니다. 계획이 다음 단계로 진행합니다.',
  'The plan goes on: say that it is done only when it is.':
    '계획이 계속 진행됩니다. 실제로 완료된 경우에만 완료되었다고 하십시오.',
  'The plan gives no instructions.': '계획에 지침이 없습니다.',
  'Commit: delete the VMs of {plan} in Azure for good?':
    '커밋: Azure에서 {plan}의 VM을 영구히 삭제하시겠습니까?',
  'Commit of the failback of all {vms} VMs. Check first that they work on-premises.':
    'VM {vms}개 모두의 장애 복구를 커밋합니다. 먼저 온-프레미스에서 작동하는지 확인하십시오.',
  'Nothing. The VMs run on-premises. After the commit they are not protected until reverse replication is healthy.':
    '없습니다. VM들은 온-프레미스에서 실행 중입니다. 커밋한 후에는 역방향 복제가 정상이 될 때까지 보호되지 않습니다.',
  'The Azure VMs and their disks are deleted, all of them. There is no way back after this.':
    'Azure VM과 디스크가 모두 삭제됩니다. 커밋한 후에는 되돌릴 방법이 없습니다.',
  'Type the name of the recovery plan.': '복구 계획의 이름을 입력하십시오.',
  'Reverse replicate: protect the VMs of {plan} in Azure again?':
    '역방향 복제: Azure에서 {plan}의 VM을 다시 보호하시겠습니까?',
  'Reverse replicate: replication of all VMs from on-premises to Azure starts.':
    '역방향 복제: 모든 VM의 온-프레미스에서 Azure로의 복제가 시작됩니다.',
  'Nothing. Until it is healthy, the VMs are not protected.':
    '없습니다. 정상이 될 때까지 VM들이 보호되지 않습니다.',
  'Planned failover of all {vms} VMs of the plan from Azure to on-premises, to the original location, with data synchronization before failover.':
    '계획의 VM {vms}개를 모두 Azure에서 온-프레미스의 원래 위치로 계획된 장애 조치를 하며, 장애 조치 전에 데이터를 동기화합니다.',
  'Nothing yet. The Azure VMs keep running while the changes are copied.':
    '아직 없습니다. 변경 내용을 복사하는 동안 Azure VM들은 계속 실행됩니다.',
  'Planned failover of all {vms} VMs of the plan from Azure to on-premises, to the original location, with a full download.':
    '계획의 VM {vms}개를 모두 Azure에서 온-프레미스의 원래 위치로 전체 다운로드를 사용하여 계획된 장애 조치를 합니다.',
  'All VMs stop in Azure at once. Each is down until it has started on-premises.':
    '모든 VM이 즉시 Azure에서 중지됩니다. 각 VM은 온-프레미스에서 시작될 때까지 중지되어 있습니다.',
  'the server': '서버',
  'Virtual switch: make what {vm} needs on {server}?':
    '가상 스위치: {server}에 {vm}에 필요한 스위치를 만드시겠습니까?',
  'On {server} a private virtual switch is made for each missing name: {names}. A private switch connects the VMs of that server with each other, and changes no network.':
    '{server}에 없는 이름마다 개인 가상 스위치를 만듭니다: {names}. 개인 스위치는 그 서버의 VM들을 서로 연결하며 네트워크를 변경하지 않습니다.',
  'The bot has made private virtual switches: {names}. Connect them to the network in Hyper-V first. {vm} has no way out by them until then.':
    '봇이 개인 가상 스위치를 만들었습니다: {names}. 먼저 Hyper-V에서 네트워크에 연결하십시오. 그 전까지 {vm} VM은 이 스위치로 외부와 통신할 수 없습니다.',
  'Nothing. {vm} has no way out by a private switch: connect the switch to the network in Hyper-V before complete failover.':
    '없습니다. 개인 스위치로는 {vm} VM이 외부와 통신할 수 없습니다. 장애 조치를 완료하기 전에 Hyper-V에서 스위치를 네트워크에 연결하십시오.',
  'Nothing. The switch stays, whatever becomes of the failback; it can be removed in Hyper-V.':
    '없습니다. 장애 복구가 어떻게 되든 스위치는 남으며 Hyper-V에서 제거할 수 있습니다.',
  'All groups': '모든 그룹',
  'plan {plan}': '복구 계획 {plan}',
  '{count} {where}': '{where} {count}개',
  '{group}: {count} VMs, {places}': '{group}: VM {count}개, {places}',
  'Failed: {names}': '실패: {names}',
  'not seen yet': '아직 확인되지 않음',
  'failed in “{step}”': '“{step}” 단계에서 실패함',
  '{count} not checked by the bot': '봇이 점검하지 않음: {count}대',
  '{place}; on-premises VM {seen}': '{place}; 온-프레미스 VM: {seen}',
  'must not be started': '시작하면 안 됨',
  'not proven yet': '아직 증명되지 않음',
  'The on-premises VMs were not checked by the bot.': '봇이 온-프레미스 VM을 점검하지 않았습니다.',
  'Proven on-premises: {proven} of {all} VMs.': '온-프레미스에서 증명됨: VM {all}대 중 {proven}대.',
  'On-premises verified: {why}.': '온-프레미스 확인됨: {why}.',
  'These on-premises VMs no longer start by themselves when their server starts. Set their automatic start actions back: {vms}.':
    '다음 온-프레미스 VM은 서버가 시작될 때 더 이상 자동으로 시작되지 않습니다. 자동 시작 동작을 되돌려 설정하십시오: {vms}.',
  'This is so for: {names}.': '해당 VM: {names}.',
  '{count} more are well.': '그 밖의 {count}개 항목은 정상입니다.',
  'A full download is advised for {names}, synchronization before failover for the others. The plan comes home in one way for all of them.':
    '전체 다운로드를 권장하는 VM: {names}. 나머지 VM에는 장애 조치 전 데이터 동기화를 권장합니다. 복구 계획의 모든 VM은 한 가지 방식으로 복귀합니다.',
  '{place}, initial replication {percent} % done': '{place}, 초기 복제 {percent}% 완료',
  'Not checked by the bot: {names}. Look for yourself whether they are well.':
    '봇이 점검하지 않음: {names}. 정상인지 직접 확인하십시오.',
};

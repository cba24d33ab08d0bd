import type { Translations } from './translations.ts';

/** Where a failback is, what comes next, and how it ended. */
export const STAGES: Translations = {
  'Readiness is being checked. Nothing is started.':
    '복귀할 준비가 되었는지 점검하고 있습니다. 아무것도 시작하지 않았습니다.',
  'A virtual switch is missing where the VM is made. Making it is waiting for a decision. Nothing is started.':
    'VM을 만들 곳에 가상 스위치가 없습니다. 스위치를 만들지에 대한 결정을 기다리고 있습니다. 아무것도 시작하지 않았습니다.',
  'A virtual switch is being made on-premises. Nothing is started in Azure.':
    '온-프레미스에 가상 스위치를 만들고 있습니다. Azure에서는 아무것도 시작하지 않았습니다.',
  'A planned failover that was started outside of the bot is to be taken over. Nothing is called.':
    '봇 밖에서 시작된 계획된 장애 조치를 넘겨받으려고 합니다. 아무것도 호출하지 않습니다.',
  'The direction is waiting for a decision. Nothing is started.':
    '방향에 대한 결정을 기다리고 있습니다. 아무것도 시작하지 않았습니다.',
  'The planned failover is being started.': '계획된 장애 조치를 시작하고 있습니다.',
  'Data travels to on-premises. The Azure VM keeps running.':
    '데이터를 온-프레미스로 보내고 있습니다. Azure VM은 계속 실행됩니다.',
  'Ready for complete failover, waiting for a decision. The Azure VM keeps running.':
    '장애 조치를 완료할 준비가 되었으며 결정을 기다리고 있습니다. Azure VM은 계속 실행됩니다.',
  'Downtime: the Azure VM stops, the last changes travel, the on-premises VM starts.':
    '가동 중지: Azure VM이 중지되고, 마지막 변경 내용이 전송되고, 온-프레미스 VM이 시작됩니다.',
  'Downtime: the Azure VM stops, all of its data is downloaded, the on-premises VM starts.':
    '가동 중지: Azure VM이 중지되고, 모든 데이터가 다운로드되고, 온-프레미스 VM이 시작됩니다.',
  'The recovery plan waits for somebody to do what one of its actions says.':
    '복구 계획이 기다리고 있습니다. 작업 하나에 적힌 일을 사람이 해야 합니다.',
  'The action is done. The recovery plan is told to go on.':
    '복구 계획의 작업이 끝났습니다. 계속하라고 알립니다.',
  'The planned failover job is being cancelled. The on-premises VM must not be started afterwards.':
    '계획된 장애 조치 작업을 취소하고 있습니다. 그 후에는 온-프레미스 VM을 시작하면 안 됩니다.',
  'The failed planned failover job is being restarted.':
    '실패한 계획된 장애 조치 작업을 다시 시작하고 있습니다.',
  'The on-premises VM is being verified.': '온-프레미스 VM을 검증하고 있습니다.',
  'The VM is home. Commit is waiting for a decision; until then the Azure VM still exists.':
    'VM이 복귀했습니다. 커밋에 대한 결정을 기다리고 있으며, 그때까지 Azure VM은 남아 있습니다.',
  'Commit: the Azure VM and its disks are being deleted.':
    '커밋: Azure VM과 디스크를 삭제하고 있습니다.',
  'Not protected. Reverse replication is waiting for a decision.':
    '보호되지 않습니다. 역방향 복제에 대한 결정을 기다리고 있습니다.',
  'Not protected until reverse replication is healthy.':
    '역방향 복제가 정상이 될 때까지 보호되지 않습니다.',
  'Home and protected again.': '복귀했으며 다시 보호됩니다.',
  'All VMs are home and protected again.': '모든 VM이 복귀했으며 다시 보호됩니다.',
  'Home. A person has confirmed that it is protected.':
    '복귀했습니다. 보호되고 있음을 사람이 확인했습니다.',
  'The bot let go of it.': '봇이 관리를 중단했습니다.',
  'Ended: the VM was not ready to come home.': '종료: VM이 복귀할 준비가 되지 않았습니다.',
  'Ended: the direction was declined.': '종료: 방향이 거절되었습니다.',
  'Ended: nobody decided the direction in time.': '종료: 제때 방향을 결정한 사람이 없습니다.',
  'Ended: cancelled.': '종료: 취소되었습니다.',
  'Ended: the bot let go of it. Whatever runs in Azure goes on without the bot.':
    '종료: 봇이 관리를 중단했습니다. Azure에서 실행 중인 작업은 봇 없이 계속됩니다.',
  'The direction was declined. {left}': '방향이 거절되었습니다. {left}',
  'Nobody decided about the virtual switch in time.':
    '제때 가상 스위치에 대해 결정한 사람이 없습니다.',
  'Nobody decided the direction in time.': '제때 방향을 결정한 사람이 없습니다.',
  'Cancelled. {left}': '취소되었습니다. {left}',
  'Not ready to come home. {left}': '복귀할 준비가 되지 않았습니다. {left}',
  'The planned failover job was cancelled in Azure. Reason: {reason}':
    'Azure에서 계획된 장애 조치 작업이 취소되었습니다. 이유: {reason}',
  'A virtual switch was made, or may have been, and stays: {names}.':
    '가상 스위치를 만들었거나 만들었을 수 있으며 남아 있습니다: {names}.',
  'Nothing was changed.': '아무것도 변경하지 않았습니다.',
  'The automatic start action of the on-premises VM was set to Nothing, or may have been: set it back to {before}.':
    '온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있습니다. 직접 원래 값으로 되돌리십시오: {before}.',
  'The automatic start action of the on-premises VM was set to Nothing, or may have been. The bot sets it back to {before}.':
    '온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있습니다. 봇이 원래 값으로 되돌립니다: {before}.',
  'The automatic start action of the on-premises VM was set to Nothing, or may have been, and stays so: the VM must not be started.':
    '온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있으며 그대로 둡니다. 그 VM을 시작하면 안 됩니다.',
  'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.':
    '이전 시도가 Azure에서 시작되었거나 시작되었을 수 있습니다. Azure Portal에서 VM을 확인하십시오.',
  '{id}: {vm} has ended': '{id}: {vm} 종료됨',
  '{id}: {vm} is home and protected': '{id}: {vm} 복귀 및 보호됨',
  '{id}: {vm} was declined': '{id}: {vm} 거절됨',
  '{id}: {vm} expired': '{id}: {vm} 만료됨',
  '{id}: {vm} was cancelled': '{id}: {vm} 취소됨',
  '{id}: {vm} was let go of': '{id}: {vm}, 봇이 관리를 중단함',
  '{id}: {vm} was not ready': '{id}: {vm} 준비되지 않음',
  'Audit trail up to here: {head}': '여기까지의 감사 기록: {head}',
  'To try again: /failback start {vm}': '다시 시도하려면: /failback start {vm}',
  'Whatever runs in Azure goes on without the bot. Finish it in the Azure portal.':
    'Azure에서 실행 중인 작업은 봇 없이 계속됩니다. Azure Portal에서 마무리하십시오.',
  'The Azure VM may be stopped: look at it in the Azure portal, and start it there.':
    'Azure VM이 중지되어 있을 수 있습니다. Azure Portal에서 확인하고 시작하십시오.',
  'The on-premises VM no longer starts by itself when its server starts: set its automatic start action back to {before}.':
    '서버가 시작될 때 온-프레미스 VM이 더 이상 자동으로 시작되지 않습니다. 자동 시작 동작을 원래 값으로 되돌리십시오: {before}.',
  'The VM is not protected: reverse replicate it.':
    'VM이 보호되지 않습니다. 역방향 복제를 하십시오.',
  'The VM may be down: its failover was under way.':
    'VM이 중지되어 있을 수 있습니다. 장애 조치가 진행 중이었습니다.',
  'In all': '전체 시간',
  'Planned, unplanned and test failovers are possible again. A test failover proves it.':
    '계획된 장애 조치, 계획되지 않은 장애 조치, 테스트 장애 조치를 다시 할 수 있습니다. 테스트 장애 조치로 확인할 수 있습니다.',
};

import type { Translations } from './translations.ts';

/** Where a failback is, what comes next, and how it ended. */
export const STAGES: Translations = {
  'Downtime: the Azure VM stops, the last changes travel, the on-premises VM starts.':
    '가동 중지: Azure VM이 중지되고, 마지막 변경 내용이 전송되고, 온-프레미스 VM이 시작됩니다.',
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

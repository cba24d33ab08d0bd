import type { Translations } from './translations.ts';

/** What was seen in Azure and on-premises, as a reason or as evidence: parts of lines, without a period. */
export const OBSERVATIONS: Translations = {
  'Azure does not know the protected item any more': '보호된 항목이 더 이상 Azure에 없음',
  'Azure does not know the planned failover job any more':
    '계획된 장애 조치 작업이 더 이상 Azure에 없음',
  'the planned failover job does not wait, it is {state}':
    '계획된 장애 조치 작업이 대기 중이 아니며 상태가 {state}임',
  'Azure does not offer to cancel the planned failover job, it is {state}':
    'Azure에서 계획된 장애 조치 작업을 취소할 수 없으며 상태가 {state}임',
  'Azure does not offer to restart the planned failover job, it is {state}':
    'Azure에서 계획된 장애 조치 작업을 다시 시작할 수 없으며 상태가 {state}임',
  'the downtime has begun since somebody asked to cancel':
    '누군가 취소를 요청한 후 가동 중지가 시작됨',
  'the planned failover job is gone': '계획된 장애 조치 작업이 없어짐',
  'the job is {state}': '작업의 상태가 {state}임',
  'the job waits for something else now': '작업이 이제 다른 것을 기다림',
  'the job still waits for {step}': '작업이 아직 대기 중임: {step}',
  'the action of the recovery plan': '복구 계획의 작업',
  'job {id} carries our request id': '작업 {id}: 봇의 요청 ID가 있음',
  'job {id} was started by somebody else': '작업 {id}: 다른 사람이 시작함',
  'Azure accepted the call, but shows no job of it': 'Azure가 호출을 수락했지만 작업이 보이지 않음',
  'no job was started, and Azure still offers it': '시작된 작업이 없고 Azure에서 아직 할 수 있음',
  'no job was found, but {obstacle}': '작업을 찾지 못했지만, {obstacle}',
  'the maintenance window has closed': '유지 관리 기간이 끝남',
  'somebody asked to cancel': '누군가 취소를 요청함',
  'somebody asked for a hold': '누군가 보류를 요청함',
  'the action was completed outside of the bot': '복구 계획의 작업이 봇 밖에서 완료됨',
  'the recovery plan is at another action': '복구 계획이 다른 작업에 있음',
  'an action that was not expected here': '여기에서 예상하지 못한 복구 계획의 작업',
  'Azure was told to go on, but the job still waits at this action':
    'Azure에 계속하라고 했지만 Azure 작업이 아직 복구 계획의 이 작업에서 대기 중임',
  'Azure accepted to cancel the job, but the job goes on':
    'Azure가 작업 취소를 수락했지만 작업이 계속됨',
  'a protected item is gone': '보호된 항목 하나가 없어짐',
  'the VMs are protected again': 'VM들이 다시 보호됨',
  'the commit was made outside of the bot': '커밋이 봇 밖에서 이루어짐',
  'Azure is running {name} on {vm}': 'Azure가 {vm} VM에서 {name} 작업을 실행 중임',
  'the job of this failback runs again': '이 장애 복구의 작업이 다시 실행 중임',
  'a new planned failover job of this VM runs': '이 VM의 새 계획된 장애 조치 작업이 실행 중임',
  'the on-premises VM was touched': '온-프레미스 VM이 조작됨',
  '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}':
    '{state}, 검사점 {checkpoints}개',
  'the job is gone': '작업이 없어짐',
  'the job was resumed outside of the bot': '작업이 봇 밖에서 재개됨',
  'the failover was completed outside of the bot': '장애 조치가 봇 밖에서 완료됨',
  'the job waits for complete failover, which a full download never does':
    '전체 다운로드에서는 있을 수 없는, 장애 조치 완료 대기 상태임',
  'Azure accepted complete failover, but the job still waits':
    'Azure가 장애 조치 완료를 수락했지만 작업이 아직 대기 중임',
  'Azure does not know this job any more': '이 작업이 더 이상 Azure에 없음',
  'the protected item is gone': '보호된 항목이 없어짐',
  'the VM is protected again': 'VM이 다시 보호됨',
  'Azure is running {name} on the VM': 'Azure가 VM에서 {name} 작업을 실행 중임',
  '{name} was started outside of the bot': '{name} 작업이 봇 밖에서 시작됨',
  'Azure is running {name} on it': 'Azure가 이 VM에서 {name} 작업을 실행 중임',
  'the VM does not run in Azure, Azure says {activeLocation}':
    'VM이 Azure에서 실행 중이 아니며 Azure에 따른 위치는 {activeLocation}임',
  'Azure offers {offered}, not {wanted}':
    'Azure에서 {wanted} 작업을 할 수 없음. 할 수 있는 작업: {offered}',
  'Azure did not take the call': 'Azure가 호출을 받아들이지 않음',
  'Azure accepted it without an operation id': 'Azure가 작업 ID 없이 수락함',
  'all proofs hold': '모든 항목이 증명됨',
  'no host connector is configured for it': '해당 서버에 대한 호스트 커넥터가 설정되어 있지 않음',
  'no host connector': '호스트 커넥터 없음',
  'it reads {now}': '현재 값이 {now}임',
  'it reads {startAction}': '현재 값이 {startAction}임',
  'not seen, {outcome}': '확인되지 않음, {outcome}',
  'not seen, its server was not reached': '확인되지 않음, 서버에 연결되지 않음',
  'not seen, the account of the bot may not look': '확인되지 않음, 봇의 계정에 볼 권한이 없음',
  'not seen, its server has no such VM': '확인되지 않음, 서버에 그런 VM이 없음',
  'not seen, its server could not say': '확인되지 않음, 서버가 알려 주지 못함',
  'not seen, its server gave no certain answer': '확인되지 않음, 서버가 확실한 응답을 주지 않음',
  '{name} (health {health}, initial replication {percent} %)':
    '{name}(정상 여부 {health}, 초기 복제 {percent}%)',
  'it is not there': '그곳에 없음',
};

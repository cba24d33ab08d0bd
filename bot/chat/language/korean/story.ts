import type { Translations } from './translations.ts';

/** The lines of the thread and of the timeline. */
export const STORY: Translations = {
  'no question was open': '열려 있는 질문이 없었음',
  'that question was no longer open': '그 질문이 이미 닫혀 있었음',
  'the question had expired': '질문이 만료되었음',
  'not an approver': '승인자가 아님',
  'the requester does not decide': '요청자는 결정하지 않음',
  'the vote was counted already': '결정이 이미 접수되었음',
  'the answer was wrong': '답이 틀렸음',
  'not an operator': '운영자가 아님',
  'too late to cancel': '취소하기에 너무 늦음',
  'it was being cancelled already': '이미 취소하는 중이었음',
  'the failback had ended': '장애 복구가 종료되었음',
  'not one of the choices': '선택지에 없음',
  'it was on hold already': '이미 보류 중이었음',
  'no reason was given': '이유가 없음',
  'a call was under way': '호출이 진행 중이었음',
  'it did not wait for a maintenance window': '유지 관리 기간을 기다리고 있지 않았음',
  '{name} was {asked}, is {now}': '{name}: 이전 {asked}, 현재 {now}',
  'Asked for a decision: {question}, question {number}.':
    '결정을 요청했습니다: {question}, 질문 {number}.',
  'Approved. The bot goes on.': '승인되었습니다. 봇이 계속 진행합니다.',
  'The question is closed: declined.': '질문이 닫혔습니다: 거절됨.',
  'The question expired without a decision.': '질문이 결정 없이 만료되었습니다.',
  'The question was withdrawn: {why}.': '질문이 철회되었습니다: {why}.',
  'The approval is void, it was not used in time. It is asked again.':
    '승인이 제때 사용되지 않아 무효입니다. 다시 묻습니다.',
  'The approval is void, this changed: {differences}. It is asked again.':
    '상태가 바뀌어 승인이 무효입니다: {differences}. 다시 묻습니다.',
  'Not as it was verified: {differences}. It is verified again.':
    '확인했을 때와 상태가 다릅니다: {differences}. 다시 확인합니다.',
  'they had a check passed over': '확인을 건너뛰도록 한 사람임',
  'they had it asked outside of the maintenance window':
    '유지 관리 기간 전에 승인을 요청하도록 한 사람임',
  'Those who may decide were reminded.': '결정할 수 있는 사람들에게 다시 알렸습니다.',
  '{name} had it asked now, outside of the maintenance window: {reason}':
    '{name} 님이 유지 관리 기간이 아니지만 지금 묻도록 했습니다: {reason}',
  'Refused: {name}, {attempt}: {why}.': '거부됨: {name}, {attempt}: {why}.',
  '{name} asked to take over a failback of {vm} that was started outside of the bot.':
    '{name} 님이 봇 밖에서 시작된 {vm} VM의 장애 복구를 넘겨받도록 요청했습니다.',
  '{name} asked to bring {vm} home.': '{name} 님이 {vm} VM의 복귀를 요청했습니다.',
  '{name} asked to bring {vm} home, with a full download.':
    '{name} 님이 전체 다운로드로 {vm} VM의 복귀를 요청했습니다.',
  '{name} approved.': '{name} 님이 승인했습니다.',
  '{name} approved: {reason}': '{name} 님이 승인했습니다: {reason}',
  '{name} declined.': '{name} 님이 거절했습니다.',
  '{name} declined: {reason}': '{name} 님이 거절했습니다: {reason}',
  '{name} cancelled.': '{name} 님이 취소했습니다.',
  '{name} cancelled: {reason}': '{name} 님이 취소했습니다: {reason}',
  '{name} chose: {choice}.': '{name} 님이 선택했습니다: {choice}.',
  '{name} chose: {choice}: {reason}': '{name} 님이 선택했습니다: {choice}: {reason}',
  'On hold. {why}': '보류되었습니다. {why}',
  'On hold. {name} asked to cancel: {why}':
    '보류되었습니다. {name} 님이 취소를 요청했습니다: {why}',
  'On hold. {name} asked for it: {why}': '보류되었습니다. {name} 님이 요청했습니다: {why}',
  'Azure accepted the call.': 'Azure가 호출을 수락했습니다.',
  'Azure refused the call: {code}.': 'Azure가 호출을 거부했습니다: {code}.',
  'Azure refused the call: {code}, “{message}”': 'Azure가 호출을 거부했습니다: {code}, “{message}”',
  'Azure could not be asked yet: {why}.': '아직 Azure에 요청하지 못했습니다: {why}.',
  'No certain answer from Azure: {why}. The bot looks at what Azure shows.':
    'Azure의 확실한 응답이 없습니다: {why}. 봇이 Azure의 상태를 확인합니다.',
  'Azure has taken the call: {evidence}.': 'Azure가 호출을 받아들였습니다: {evidence}.',
  'Azure has not taken the call: {evidence}.': 'Azure가 호출을 받아들이지 않았습니다: {evidence}.',
  'Azure: “{state}”, running {place}, health {health}, initial replication {percent} % done.':
    'Azure: “{state}”, {place}, 정상 여부 {health}, 초기 복제 {percent} % 완료.',
  'Azure: “{state}”, running {place}, health {health}.':
    'Azure: “{state}”, {place}, 정상 여부 {health}.',
  'Calling Azure: {call}, attempt {attempt}.': 'Azure 호출: {call}, {attempt}번째 시도.',
  'Calling Azure: {call}.': 'Azure 호출: {call}.',
  'Checked: not ready ({checks}).': '점검 결과: 준비되지 않음({checks}).',
  'Checked: not supported ({checks}), {count} points looked at.':
    '점검 결과: 지원되지 않음({checks}), {count}개 항목을 점검했습니다.',
  'Checked: ready, {count} points looked at.': '점검 결과: 준비됨, {count}개 항목을 점검했습니다.',
  'waits for complete failover': '장애 조치 완료를 기다림',
  'waits at an action of the recovery plan': '복구 계획의 작업에서 대기 중',
  'Azure job: {job}.': 'Azure 작업: {job}.',
  'Azure job: {job}. {issue}': 'Azure 작업: {job}. {issue}',
  'On-premises: the VM is off, has no checkpoints and does not start by itself.':
    '온-프레미스: VM이 꺼져 있고 검사점이 없으며 자동으로 시작되지 않습니다.',
  'On-premises: the VM could not be prepared. Make sure that it is off, and stays off.':
    '온-프레미스: VM을 준비하지 못했습니다. VM이 꺼져 있고 계속 꺼진 상태로 유지되는지 직접 확인해 주십시오.',
  'On-premises: the server has no such VM. There was nothing to prepare.':
    '온-프레미스: 서버에 그런 VM이 없습니다. 준비할 것이 없었습니다.',
  'On-premises: setting automatic start to Nothing; it was {before}.':
    '온-프레미스: 자동 시작을 Nothing으로 설정합니다. 이전 값은 {before}입니다.',
  'On-premises, must not be started: the VM is {state}, automatic start {startAction}.':
    '온-프레미스, 시작하면 안 됨: VM의 상태는 {state}, 자동 시작은 {startAction}입니다.',
  'On-premises: making the private virtual switch {name} on {server}.':
    '온-프레미스: {server} 서버에 개인 가상 스위치를 만듭니다: {name}.',
  'On-premises: {server} has the virtual switch {names}.':
    '온-프레미스: {server} 서버에 가상 스위치가 있습니다: {names}.',
  'On-premises VM: {state}.': '온-프레미스 VM: {state}.',
  'Not proven yet: {proofs}': '아직 증명되지 않음: {proofs}',
  'On-premises VM verified: {proofs}.': '온-프레미스 VM 검증됨: {proofs}.',
  'On-premises VM not checked: {why}.': '온-프레미스 VM 검증하지 않음: {why}.',
  'Download threads on {server}: from {before} to {threads}.':
    '{server} 서버의 다운로드 스레드를 변경합니다: {before} → {threads}.',
  'Download threads on {server} read {threads}.':
    '{server} 서버의 다운로드 스레드 확인값: {threads}.',
  'Download threads on {server} are back at {threads}.':
    '{server} 서버의 다운로드 스레드를 원래대로 되돌렸습니다: {threads}.',
  'On-premises: automatic start is back as it was.':
    '온-프레미스: 자동 시작을 원래대로 되돌렸습니다.',
  'On-premises: automatic start was set to {value} by somebody else and is left so.':
    '온-프레미스: 다른 사람이 자동 시작을 변경했으므로 그대로 둡니다. 현재 값: {value}.',
  'On-premises: automatic start could not be put back. It may still be Nothing: look, and set it by hand. Reason: {why}':
    '온-프레미스: 자동 시작을 되돌리지 못했습니다. 아직 Nothing일 수 있으므로 확인하고 직접 설정하십시오. 이유: {why}',
  'On-premises: the VM does not start by itself, and stays so until a failback of it has succeeded.':
    '온-프레미스: VM이 자동으로 시작되지 않으며, 장애 복구가 성공할 때까지 그대로 둡니다.',
  'On-premises: automatic start could not be set to Nothing. Set it by hand: the VM must not be started. Reason: {why}':
    '온-프레미스: 자동 시작을 Nothing으로 설정하지 못했습니다. 직접 설정하십시오. VM을 시작하면 안 됩니다. 이유: {why}',
  '{vm} on {server}. {line}': '{server} 서버의 {vm}. {line}',
  'On-premises: what was left there half written is there no more.':
    '온-프레미스: 일부만 기록된 채 남아 있던 VM이 더 이상 없습니다.',
};

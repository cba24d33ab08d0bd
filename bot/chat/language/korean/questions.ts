import type { Translations } from './translations.ts';

/** The questions that people decide, and what each leads to. */
export const QUESTIONS: Translations = {
  'May decide: {people}': '결정할 수 있는 사람: {people}',
  'nobody. The administrator has to add an approver to failback.yaml':
    '없음. 관리자가 failback.yaml에 승인자를 추가해야 합니다',
  '{people} and {count} more approvers': '{people} 외 승인자 {count}명',
  '{name} approved, {time}': '{name} 님이 승인함, {time}',
  '{id}, question {number}. What is approved: {digest}. It is asked again if Azure shows anything else at the call, or if the call is not made within {time} and before the maintenance window closes.':
    '{id}, 질문 {number}. 승인 대상: {digest}. 호출할 때 Azure의 상태가 다르거나, 호출이 {time} 안에 유지 관리 기간이 끝나기 전까지 이루어지지 않으면 다시 묻습니다.',
  '{id}, question {number}. What is approved: {digest}. It is asked again if Azure shows anything else at the call, or if the call is not made within {time}.':
    '{id}, 질문 {number}. 승인 대상: {digest}. 호출할 때 Azure의 상태가 다르거나, 호출이 {time} 안에 이루어지지 않으면 다시 묻습니다.',
  '{id}, question {number}. What is approved: {digest}. It is asked again if Azure or the VM on-premises shows anything else at the call, or if the call is not made within {time}.':
    '{id}, 질문 {number}. 승인 대상: {digest}. 호출할 때 Azure나 온-프레미스 VM의 상태가 다르거나, 호출이 {time} 안에 이루어지지 않으면 다시 묻습니다.',
  'Too few people can decide this: {needed, plural, one {# approval is} other {# approvals are}} needed, and {count, plural, =0 {nobody} one {one person} other {# people}} can give one.':
    '결정할 수 있는 사람이 부족합니다. 승인 {needed}건이 필요하지만 승인할 수 있는 사람은 {count}명입니다.',
  'Not counted: {people}.': '제외된 사람: {people}.',
  'The administrator has to name {missing, plural, one {one more approver} other {# more approvers}} in failback.yaml.':
    '관리자가 failback.yaml에 승인자를 {missing}명 더 추가해야 합니다.',
  '{name} asked for the failback': '{name} 님(장애 복구 요청자)',
  '{name} had a check passed over': '{name} 님(확인을 건너뛰도록 한 사람)',
  '{name} had it asked outside of the maintenance window':
    '{name} 님(유지 관리 기간 전에 승인을 요청하도록 한 사람)',
  'Seen on {host}, {time}: {state}, up {uptime}.':
    '{host}에서 확인함, {time}: {state}, 가동 시간 {uptime}.',
  '{count, plural, one {# disk} other {# disks}}: {sizes}. Switches: {switches}. Addresses: {addresses}.':
    '디스크 {count}개: {sizes}. 스위치: {switches}. 주소: {addresses}.',
  'not readable': '읽을 수 없음',
  'not connected': '연결되지 않음',
  'Outside of the maintenance window.': '유지 관리 기간이 아닙니다.',
  '{name} had it asked now: {reason}': '{name} 님이 지금 묻도록 했습니다: {reason}',
  'Not proven that the on-premises VM is well.':
    '온-프레미스 VM이 정상이라는 것이 증명되지 않았습니다.',
  '{name} let the commit be asked for without {proofs}: {reason}':
    '{name} 님이 다음 항목의 확인 없이 커밋 승인을 요청하도록 했습니다({proofs}): {reason}',
  'The on-premises VM was not checked by the bot.': '봇이 온-프레미스 VM을 점검하지 않았습니다.',
  'Look for yourself whether it is well: after the commit there is no other copy.':
    '정상인지 직접 확인하십시오. 커밋한 후에는 다른 복사본이 없습니다.',
  'Proven on-premises: {proofs}.': '온-프레미스에서 증명됨: {proofs}.',
  'To be done first': '먼저 할 일',
  'What happens': '실행되는 작업',
  'Where to': '대상 위치',
  'Goes down': '중지되는 것',
  'Cannot be undone': '되돌릴 수 없는 것',
  Expected: '예상 시간',
  Approvals: '승인',
  '{count} of {needed}': '{needed}건 중 {count}건',
  Expires: '만료',
  'Goes down later': '나중에 중지되는 것',
  'In the maintenance window: {windows}': '유지 관리 기간: {windows}',
  'Asked again: this is not as it was at the last question.':
    '다시 묻습니다. 지난 질문 때와 다릅니다.',
  '{name}: was {asked}, is {now}': '{name}: 이전 {asked}, 현재 {now}',
  'As advised: synchronization before failover.': '권장대로: 장애 조치 전 동기화.',
  'As advised: full download.': '권장대로: 전체 다운로드.',
  'Not as advised: a full download is advised, asked for is synchronization before failover.':
    '권장과 다름: 전체 다운로드가 권장되지만 장애 조치 전 동기화를 요청했습니다.',
  'Not as advised: synchronization before failover is advised, asked for is a full download.':
    '권장과 다름: 장애 조치 전 동기화가 권장되지만 전체 다운로드를 요청했습니다.',
  '{name} goes on although it is not supported ({checks}): {reason}':
    '{name} 님이 지원되지 않더라도 계속하기로 했습니다({checks}): {reason}',
  'In order': '정상',
  'In the way': '진행할 수 없음',
  'Not supported': '지원되지 않음',
  Warning: '경고',
  'Not checked': '점검하지 않음',
  Approve: '승인',
  'Approve, {id}': '승인, {id}',
  'On-premises': '온-프레미스',
  'Then the maintenance window closes, and it is asked again when the next one opens.':
    '그때 유지 관리 기간이 끝나며, 다음 기간이 시작되면 다시 묻습니다.',
  'Then this failback ends.': '그때까지 결정이 없으면 이 장애 복구가 종료됩니다.',
  'Then the bot goes on hold and calls nothing.':
    '그때까지 결정이 없으면 봇이 보류 상태가 되고 아무것도 호출하지 않습니다.',
  'Closed. {question}': '닫힘. {question}',
  '{id}, question {number}. Nothing is left to decide here.':
    '{id}, 질문 {number}. 여기에서 결정할 것은 없습니다.',
  'The original location. The VM is made if it is not there.': '원래 위치. VM이 없으면 만듭니다.',
  'The original location.': '원래 위치.',
  'Direction: bring {vm} home from Azure to on-premises?':
    '방향: {vm} VM을 Azure에서 온-프레미스로 복귀시키시겠습니까?',
  'On which side is the VM live now?': 'VM이 지금 어느 쪽에서 실행 중입니까?',
  'Planned failover from Azure to on-premises, with data synchronization before failover.':
    'Azure에서 온-프레미스로 계획된 장애 조치를 하며, 장애 조치 전에 데이터를 동기화합니다.',
  'Nothing yet. The Azure VM keeps running while the changes are copied.':
    '아직 없습니다. 변경 내용을 복사하는 동안 Azure VM은 계속 실행됩니다.',
  'The on-premises disks are overwritten with the data from Azure. Once started, the synchronization must finish: stopping it leaves them inconsistent.':
    '온-프레미스 디스크를 Azure의 데이터로 덮어씁니다. 한번 시작하면 동기화를 끝까지 마쳐야 합니다. 도중에 멈추면 온-프레미스 디스크의 데이터가 온전하지 않게 됩니다.',
  'Planned failover from Azure to on-premises, with a full download of all disks.':
    'Azure에서 온-프레미스로 계획된 장애 조치를 하며, 모든 디스크를 전체 다운로드합니다.',
  '{vm} stops in Azure the moment this is approved. It is down until all of its data is downloaded and it has started on-premises. Nothing is asked in between.':
    '승인하는 즉시 {vm} VM이 Azure에서 중지됩니다. 모든 데이터가 다운로드되고 온-프레미스에서 시작될 때까지 중지되어 있습니다. 그 사이에는 아무것도 묻지 않습니다.',
  'The shutdown in Azure. The bot cannot start the Azure VM again; it is kept, stopped, until the commit. The on-premises disks are overwritten. Once started, the download must finish: stopping it leaves them inconsistent.':
    'Azure VM의 종료. 봇은 Azure VM을 다시 시작할 수 없으며, 커밋할 때까지 중지된 상태로 남습니다. 온-프레미스 디스크를 덮어씁니다. 한번 시작하면 다운로드를 끝까지 마쳐야 합니다. 도중에 멈추면 온-프레미스 디스크의 데이터가 온전하지 않게 됩니다.',
  'Complete failover: take {vm} down in Azure and start it on-premises?':
    '장애 조치(failover) 완료: {vm} VM을 Azure에서 중지하고 온-프레미스에서 시작하시겠습니까?',
  'Complete failover: the waiting planned failover job is resumed.':
    '장애 조치(failover) 완료: 대기 중인 계획된 장애 조치 작업을 재개합니다.',
  '{vm} stops in Azure at once. It is down until it has started on-premises.':
    '{vm} VM이 즉시 Azure에서 중지됩니다. 온-프레미스에서 시작될 때까지 중지되어 있습니다.',
  'The shutdown in Azure. The bot cannot start the Azure VM again; it is kept, stopped, until the commit.':
    'Azure VM의 종료. 봇은 Azure VM을 다시 시작할 수 없으며, 커밋할 때까지 중지된 상태로 남습니다.',
  'Commit: delete {vm} in Azure for good?': '커밋: Azure에서 {vm} VM을 영구히 삭제하시겠습니까?',
  'Commit of the failback. Check first that the VM works on-premises.':
    '장애 복구를 커밋합니다. 먼저 VM이 온-프레미스에서 작동하는지 확인하십시오.',
  'Nothing. The VM runs on-premises. After the commit it is not protected until reverse replication is healthy.':
    '없습니다. VM은 온-프레미스에서 실행 중입니다. 커밋한 후에는 역방향 복제가 정상이 될 때까지 보호되지 않습니다.',
  'The Azure VM and its disks are deleted. There is no way back after this.':
    'Azure VM과 디스크가 삭제됩니다. 커밋한 후에는 되돌릴 방법이 없습니다.',
  'Type the name of the VM.': 'VM의 이름을 입력하십시오.',
  'Reverse replicate: protect {vm} in Azure again?':
    '역방향 복제: Azure에서 {vm} VM을 다시 보호하시겠습니까?',
  'Reverse replicate: replication from on-premises to Azure starts.':
    '역방향 복제: 온-프레미스에서 Azure로의 복제가 시작됩니다.',
  'Nothing. Until it is healthy, the VM is not protected.':
    '없습니다. 정상이 될 때까지 VM이 보호되지 않습니다.',
  'Nothing.': '없습니다.',
};

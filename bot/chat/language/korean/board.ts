import type { Translations } from './translations.ts';

/** The board of a failback, its alarms, and its maintenance windows. */
export const BOARD: Translations = {
  '{id}: {vm}, Azure to on-premises': '{id}: {vm}, Azure에서 온-프레미스로',
  'Asked for by {name}, vault {vault}.': '요청자: {name}, 자격 증명 모음: {vault}.',
  'On hold: the bot waits for a choice.': '보류: 봇이 선택을 기다리고 있습니다.',
  'Ready, waiting for the maintenance window. The Azure VM keeps running.':
    '준비되었으며 유지 관리 기간을 기다리고 있습니다. Azure VM은 계속 실행됩니다.',
  Check: '점검',
  Direction: '방향',
  'Planned failover and synchronization': '계획된 장애 조치(failover)와 동기화',
  'Complete failover': '장애 조치(failover) 완료',
  'Planned failover with full download': '계획된 장애 조치(failover), 전체 다운로드',
  'Verify on-premises': '온-프레미스 검증',
  Commit: '커밋',
  'Reverse replicate': '역방향 복제',
  '{step}, done': '{step}: 끝남',
  '{step}, not yet': '{step}: 아직',
  '{step}, ended here': '{step}: 여기에서 종료됨',
  '{step}, now': '{step}: 진행 중',
  '{step}, now since {time}': '{step}: {time}부터 진행 중',
  Downtime: '가동 중지 시간',
  'Not protected for': '보호되지 않은 시간',
  'In this stage for': '이 단계의 경과 시간',
  'Azure job': 'Azure 작업',
  'under way': '진행 중',
  '{percent} % done': '{percent}% 완료',
  'The VM may be used. It cannot be failed over to Azure yet.':
    'VM을 사용할 수 있습니다. 아직 Azure로 장애 조치할 수는 없습니다.',
  'not checked by the bot': '봇이 점검하지 않음',
  'Commit is locked. Not proven yet': '커밋이 잠겨 있습니다. 아직 증명되지 않음',
  'Waiting for': '대기 중인 항목',
  'the maintenance window. The bot asks about {question} at {time}':
    '유지 관리 기간. 봇이 {time}에 결정을 묻습니다: {question}',
  'good until {time}, then asked again': '{time}까지 유효하며, 그 후에는 다시 묻습니다',
  'a choice. See the message on hold in the channel.': '선택. 채널의 보류 메시지를 확인하십시오.',
  'a decision about {question}, {votes} of {needed} approvals, until {time}':
    '{question}에 대한 결정, 승인 {needed}건 중 {votes}건, {time}까지',
  'Azure was not read yet.': '아직 Azure를 읽지 않았습니다.',
  'Azure was read within the last minute.': '1분 이내에 Azure를 읽었습니다.',
  'Azure was read {time} ago.': '{time} 전에 Azure를 읽었습니다.',
  'Maintenance window for the downtime: {windows}. It is open now, until {time}.':
    '가동 중지를 위한 유지 관리 기간: {windows}. 지금 열려 있으며 {time}까지입니다.',
  'Maintenance window for the downtime: {windows}. It opens next at {time}.':
    '가동 중지를 위한 유지 관리 기간: {windows}. 다음 시작은 {time}입니다.',
  'This is so for these VMs:': '해당 VM:',
  'Alarm: {vm} was started on-premises': '경보: 온-프레미스에서 {vm} VM이 시작되었습니다',
  'Turn it off now. What it writes to its disks cannot be trusted, and the Azure VM may be running too. Then bring it home again.':
    '지금 끄십시오. 이 VM이 디스크에 쓰는 내용은 신뢰할 수 없으며, Azure VM도 실행 중일 수 있습니다. 그런 다음 다시 복귀시키십시오.',
  'Should know: {people}': '알아야 할 사람: {people}',
  '{id}. The mark goes away when a failback of this VM has succeeded. If one was made outside of the bot, look at the VM before you believe it.':
    '{id}. 이 VM의 장애 복구가 성공하면 시작 금지 표시가 사라집니다. 봇 밖에서 장애 복구를 했다면 그대로 믿기 전에 VM을 확인하십시오.',
  'Over. Alarm: {vm} was started on-premises':
    '해제됨. 경보: 온-프레미스에서 {vm} VM이 시작되었습니다',
  'It has been off again since {time}.': '{time}부터 다시 꺼져 있습니다.',
  'Seen at': '확인 시각',
  '{id}. First seen {time}.': '{id}. 처음 확인된 시각: {time}.',
  '{id}. This VM was brought home to another server. The mark goes away when a failback to this server has succeeded, or when the VM was removed from it.':
    '{id}. 이 VM은 다른 서버로 복귀했습니다. 시작 금지 표시는 이 서버로의 장애 복구가 성공하거나 이 서버에서 VM을 제거하면 없어집니다.',
};

import type { Translations } from './translations.ts';

/** What the next shift has to know. */
export const HANDOVER: Translations = {
  '[FB-…, RUN-… or all] [post]': '[FB-…, RUN-… 또는 all] [post]',
  'What the next shift has to know. For you alone; with the word post, for the channel.':
    '다음 근무자가 알아야 할 내용입니다. 본인에게만 보이며, post를 붙이면 채널에 올립니다.',
  'Ask for it in the channel in which it is to be posted. Nothing was posted.':
    '올릴 채널에서 요청하십시오. 아무것도 올리지 않았습니다.',
  'The handover is posted in the channel.': '인수인계 내용을 채널에 올렸습니다.',
  'Handover of {id}: {vm}': '{id} 인수인계: {vm}',
  'Nothing was started in Azure so far.': '지금까지 Azure에서 시작된 것은 없습니다.',
  'Cannot be undone any more': '더 이상 되돌릴 수 없는 것',
  Owed: '해야 할 일',
  'May decide': '결정할 수 있는 사람',
  Then: '그다음',
  'Hold: {who} chose {choice}, {time}': '보류: {who} 님이 선택함: {choice}, {time}',
  'Handover: {count} open failbacks': '인수인계: 진행 중인 장애 복구 {count}건',
  '{count} more are not shown. One by itself: /failback handover FB-…':
    '{count}건이 더 있지만 표시하지 않았습니다. 하나만 보려면: /failback handover FB-…',
  'One by itself: /failback handover FB-…': '하나만 보려면: /failback handover FB-…',
  'Owed:': '해야 할 일:',
  'May decide: {people}.': '결정할 수 있는 사람: {people}.',
  'Downtime: {time}.': '가동 중지 시간: {time}.',
  'Not protected for {time}.': '보호되지 않은 시간: {time}.',
  'a choice, on hold since {time}': '선택, {time}부터 보류 중',
  'nothing before {time}; then a decision about {question}':
    '{time} 전에는 없음. 그 후 {question}에 대한 결정',
  'nothing; the bot goes on by itself': '없음. 봇이 스스로 계속 진행합니다',
  'The Azure VM and its disks are deleted, or are being deleted.':
    'Azure VM과 디스크가 삭제되었거나 삭제되고 있습니다.',
  'The Azure VM was shut down. The bot cannot start it again.':
    'Azure VM이 종료되었습니다. 봇은 다시 시작할 수 없습니다.',
  'The on-premises disks are being overwritten. Until that has finished, the VM must not be started there.':
    '온-프레미스 디스크를 덮어쓰고 있습니다. 끝날 때까지 그곳에서 VM을 시작하면 안 됩니다.',
  'Azure was asked to start, or may have been.': 'Azure에 시작을 요청했거나 요청했을 수 있습니다.',
  'The bot asks about the direction when the VM is ready.': 'VM이 준비되면 봇이 방향을 묻습니다.',
  'The data is synchronized while the Azure VM keeps running.':
    'Azure VM이 실행되는 동안 데이터를 동기화합니다.',
  'The bot asks about complete failover when the data is synchronized.':
    '데이터가 동기화되면 봇이 장애 조치를 완료할지 묻습니다.',
  'The on-premises VM is verified; then the bot asks about the commit.':
    '온-프레미스 VM을 검증한 다음 봇이 커밋할지 묻습니다.',
  'It ends when Azure shows that the job is cancelled.':
    'Azure에 작업이 취소된 것으로 표시되면 종료됩니다.',
  'The bot asks about the commit.': '봇이 커밋할지 묻습니다.',
  'Reverse replicate. The VM is not protected until it is healthy.':
    '역방향 복제. 정상이 될 때까지 VM이 보호되지 않습니다.',
  'It ends when the VM is protected.': 'VM이 보호되면 종료됩니다.',
  'Downtime: the Azure VM stops at once and all data is downloaded.':
    '가동 중지: Azure VM이 즉시 중지되고 모든 데이터가 다운로드됩니다.',
  'Nothing is started. The Azure VM keeps running.':
    '아무것도 시작하지 않았습니다. Azure VM은 계속 실행됩니다.',
};

import type { Translations } from './translations.ts';

/** Why the bot stopped, what it saw, and the ways out. */
export const HOLDS: Translations = {
  'On hold: {vm}': '보류: {vm}',
  'May choose: {people}. An operator may let go, too.':
    '선택할 수 있는 사람: {people}. 봇 관리 중단은 운영자도 선택할 수 있습니다.',
  'May choose: {people}': '선택할 수 있는 사람: {people}',
  '{id}, question {number}. The bot does nothing until somebody chooses.':
    '{id}, 질문 {number}. 누군가 선택할 때까지 봇은 아무것도 하지 않습니다.',
  'Asked for by': '요청자',
  '{label}: {meaning} Or type {command}': '{label}: {meaning} 또는 다음을 입력하십시오: {command}',
  'Was on hold: {vm}': '보류였음: {vm}',
  'Closed without an answer, {time}': '답변 없이 닫힘, {time}',
  'Answered "{choice}", {time}': '답변됨: “{choice}”, {time}',
  'Answered "{choice}" by {name}, {time}': '{name} 님이 답변함: “{choice}”, {time}',
  'Go on although unsupported': '미지원이어도 계속',
  'Start over': '처음부터 다시',
  'Look again': '다시 확인',
  'Ask again': '다시 묻기',
  'Take this job': '이 작업 넘겨받기',
  'Take it: changes only': '넘겨받기: 변경 내용만',
  'Take it: full download': '넘겨받기: 전체 다운로드',
  'Go on from there': '거기서부터 계속',
  'Expected, go on': '예상된 것, 계속',
  'Go on anyway': '그래도 계속',
  'Go on without it': '없이 계속',
  'Commit without proof': '증명 없이 커밋',
  'It is protected': '보호되고 있음',
  'Restart the job': '작업 다시 시작',
  'Let it finish': '끝까지 진행',
  'Cancel, do not start': '취소, 시작 금지',
  'Cancel and run again': '취소하고 다시 실행',
  'Let go': '봇 관리 중단',
  'Azure refused what it was asked to do. Nothing was started by it.':
    'Azure가 요청을 거부했습니다. 이 요청으로 시작된 것은 없습니다.',
  'Azure was asked to act, and it is not certain what came of it. The bot does not ask twice without a person.':
    'Azure에 작업을 요청했지만 결과가 확실하지 않습니다. 봇은 사람 없이 두 번 요청하지 않습니다.',
  'Azure was asked to act and shows no sign of it. The bot does not ask again without a person.':
    'Azure에 작업을 요청했지만 실행된 흔적이 없습니다. 봇은 사람 없이 다시 요청하지 않습니다.',
  'The job failed in Azure.': 'Azure에서 작업이 실패했습니다.',
  'The job was cancelled in Azure.': 'Azure에서 작업이 취소되었습니다.',
  'Azure no longer knows the job.': '작업이 더 이상 Azure에 없습니다.',
  'The job in Azure shows something that the bot does not know, so the bot does nothing on its own.':
    'Azure의 작업에 봇이 모르는 값이 있으므로 봇이 스스로 아무것도 하지 않습니다.',
  'Somebody acted in Azure outside of the bot.': '누군가 봇 밖에서 Azure를 조작했습니다.',
  'Azure does not offer the next step.': 'Azure에서 다음 단계를 할 수 없습니다.',
  'Azure no longer knows this protected item.': '이 보호된 항목이 더 이상 Azure에 없습니다.',
  'Somebody asked the bot to stop. What is running or waiting in Azure goes on.':
    '누군가 봇을 멈추게 했습니다. Azure에서 실행 중이거나 대기 중인 작업은 계속됩니다.',
  'The on-premises VM must be off and have no checkpoints before data is written to its disks. The bot starts nothing in Azure before that.':
    '디스크에 데이터를 쓰기 전에 온-프레미스 VM이 꺼져 있고 검사점이 없어야 합니다. 그 전에는 봇이 Azure에서 아무것도 시작하지 않습니다.',
  'The bot could not see to it that the on-premises VM is off and does not start by itself. It starts nothing in Azure before somebody chooses.':
    '온-프레미스 VM이 꺼져 있고 자동으로 시작되지 않도록 봇이 조치하지 못했습니다. 누군가 선택하기 전에는 Azure에서 아무것도 시작하지 않습니다.',
  'Alarm: the on-premises VM was started while data is written to its disks. Turn it off now: both sides must never run at once, and its disks are not consistent. The safe way from here: cancel and run again.':
    '경보: 디스크에 데이터를 쓰는 동안 온-프레미스 VM이 시작되었습니다. 지금 끄십시오. 양쪽이 동시에 실행되면 안 되며, 온-프레미스 디스크의 데이터는 온전하지 않습니다. 여기에서 안전한 방법은 취소하고 다시 실행하는 것입니다.',
  'Alarm: a checkpoint was taken of the on-premises VM while data is written to its disks. Remove it, then look again.':
    '경보: 디스크에 데이터를 쓰는 동안 온-프레미스 VM의 검사점이 만들어졌습니다. 검사점을 제거한 다음 다시 확인하십시오.',
  'Commit is locked: nothing proves yet that the VM is well on-premises. The Azure VM still exists.':
    '커밋이 잠겨 있습니다. VM이 온-프레미스에서 정상이라는 것이 아직 증명되지 않았습니다. Azure VM은 남아 있습니다.',
  'Somebody asked to cancel. Cancelling the job leaves the on-premises disks half written: the on-premises VM must not be started afterwards, until a failback of it has succeeded. Until somebody chooses, the job in Azure goes on.':
    '누군가 취소를 요청했습니다. 작업을 취소하면 온-프레미스 디스크가 일부만 기록된 상태로 남습니다. 그 후에는 장애 복구가 성공할 때까지 온-프레미스 VM을 시작하면 안 됩니다. 누군가 선택할 때까지 Azure의 작업은 계속됩니다.',
  'The job ended before it could be cancelled. Nothing was cancelled.':
    '취소하기 전에 작업이 끝났습니다. 아무것도 취소되지 않았습니다.',
  'Microsoft does not support this, as far as its documentation goes, and it is not certain that the documentation is right. Nothing was changed.':
    '문서에 따르면 Microsoft는 이를 지원하지 않으며, 문서가 맞는지는 확실하지 않습니다. 아무것도 변경하지 않았습니다.',
  'The virtual switch was not made on-premises, or it is not certain. Nothing was started in Azure.':
    '온-프레미스에 가상 스위치를 만들지 못했거나 확실하지 않습니다. Azure에서는 아무것도 시작하지 않았습니다.',
  'The question was declined. What is running or waiting in Azure stays as it is.':
    '질문이 거절되었습니다. Azure에서 실행 중이거나 대기 중인 작업은 그대로 있습니다.',
  'This wave has not begun: VMs of the wave before are not home, and do not go on by themselves.':
    '이 묶음은 시작되지 않았습니다. 앞 묶음에 복귀하지 못한 VM이 있고, 그 VM은 스스로 진행되지 않습니다.',
  'The record of this failback has an entry that this version of the bot does not know. Run the version that wrote it, or a later one, then look again. Until then the bot does nothing about it.':
    '이 장애 복구의 기록에 이 버전의 봇이 알지 못하는 항목이 있습니다. 그 항목을 기록한 버전이나 그 이후 버전을 실행한 다음 다시 확인하십시오. 그때까지 봇은 이 장애 복구에 대해 아무 작업도 하지 않습니다.',
  'Nobody decided in time. What is running or waiting in Azure stays as it is.':
    '제때 결정한 사람이 없습니다. Azure에서 실행 중이거나 대기 중인 작업은 그대로 있습니다.',
  'Initial replication to Azure failed. The VM runs on-premises and is not protected. Put it right in the Azure portal, then look again.':
    'Azure로의 초기 복제가 실패했습니다. VM은 온-프레미스에서 실행 중이며 보호되지 않습니다. Azure Portal에서 해결한 다음 다시 확인하십시오.',
  'The VM is not protected: for a day nothing has shown that initial replication goes on or has finished. Look at its replication in the Azure portal.':
    'VM이 보호되지 않습니다. 하루 동안 초기 복제가 진행되거나 끝났다는 표시가 없었습니다. Azure Portal에서 복제를 확인하십시오.',
  'The job ended, but only a part of it succeeded.': '작업이 끝났지만 일부만 성공했습니다.',
  'The job has shown nothing new for a long time. It may still work: only look.':
    '작업에 오랫동안 변화가 없습니다. 아직 진행 중일 수 있으므로 보기만 하십시오.',
  'The job of this failback had ended, and a planned failover of the VM runs again. Somebody else has started it.':
    '이 장애 복구의 작업이 끝났는데 VM의 계획된 장애 조치가 다시 실행 중입니다. 다른 사람이 시작했습니다.',
  'A failback that was started outside of the bot is to be taken over. Confirm that this is the one. Nothing is called by it.':
    '봇 밖에서 시작된 장애 복구를 넘겨받으려고 합니다. 이것이 맞는지 확인하십시오. 이것으로 호출되는 것은 없습니다.',
};

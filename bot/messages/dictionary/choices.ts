import type { ChoiceCodes } from '../../failback/words/choices.ts';
import type { WordsOf } from './words-of.ts';

export const CHOICE_CODE_WORDS = {
  abandonFailback: {
    en: 'Let go of this failback. Whatever runs in Azure goes on; finish it in the Azure portal.',
    ko: '봇이 이 장애 복구를 더 이상 관리하지 않습니다. Azure에서 실행 중인 작업은 계속되므로 Azure Portal에서 마무리하십시오.',
  },
  checkAgain: {
    en: 'Check the VM again from the beginning, then ask for the direction again.',
    ko: '처음부터 VM을 다시 점검한 다음 방향을 다시 묻습니다.',
  },
  askAgain: {
    en: 'Read Azure again and ask the question again.',
    ko: 'Azure를 다시 읽고 다시 묻습니다.',
  },
  lookAgain: { en: 'Look again and go on from here.', ko: '다시 확인하고 여기에서 계속합니다.' },
  adoptJob: {
    en: 'Take this job as the one of this failback and watch it. Look at it in the portal first: its options are not visible here.',
    ko: '이 작업을 이 장애 복구의 작업으로 넘겨받아 지켜봅니다. 작업의 옵션은 여기에서 볼 수 없으므로 먼저 포털에서 확인하십시오.',
  },
  continueUnprepared: {
    en: 'Go on without it. Make sure yourself that the on-premises VM is off and stays off.',
    ko: '그대로 계속합니다. 온-프레미스 VM이 꺼져 있고 계속 꺼져 있는지 직접 확인하십시오.',
  },
  continueAlthoughStarted: {
    en: 'Go on although the VM was started. Only when it is off again and you know that its disks took no harm; your name and your reason are recorded.',
    ko: 'VM이 시작되었더라도 계속합니다. VM이 다시 꺼졌고 디스크에 문제가 없음을 알 때만 선택하십시오. 이름과 이유가 기록됩니다.',
  },
  askWithoutProof: {
    en: 'Ask for the commit without this proof. Your name and your reason are recorded and shown, and somebody else has to approve.',
    ko: '이 항목의 확인 없이 커밋 승인을 요청합니다. 이름과 이유가 기록되고 표시되며, 다른 사람이 승인해야 합니다.',
  },
  restartJob: {
    en: 'Restart the failed job in Azure: it goes on from where it failed, and what was approved stands.',
    ko: 'Azure에서 실패한 작업을 다시 시작합니다. 실패한 곳부터 계속되며 승인은 그대로 유효합니다.',
  },
  letJobFinish: {
    en: 'Do not cancel: let the job finish, and go on from here.',
    ko: '취소하지 않습니다. 작업을 끝까지 진행하고 여기에서 계속합니다.',
  },
  cancelAndEnd: {
    en: 'Cancel the job in Azure, end here, and mark the on-premises VM: do not start it until a failback of it has succeeded. Your name and your reason are recorded.',
    ko: 'Azure의 작업을 취소하고 여기에서 종료하며, 온-프레미스 VM에 시작 금지 표시를 합니다. 장애 복구가 성공할 때까지 그 VM을 시작하지 마십시오. 이름과 이유가 기록됩니다.',
  },
  cancelAndCheckAgain: {
    en: 'Cancel the job in Azure, mark the on-premises VM in the same way, then check it and ask for the direction again. Your name and your reason are recorded.',
    ko: 'Azure의 작업을 취소하고 온-프레미스 VM에 똑같이 시작 금지 표시를 한 다음, VM을 점검하고 방향을 다시 묻습니다. 이름과 이유가 기록됩니다.',
  },
  confirmProtected: {
    en: 'The VM is protected: the Azure portal shows that its replication is healthy. Your name and your reason are recorded.',
    ko: 'VM이 보호되고 있습니다. Azure Portal에 복제가 정상으로 표시됩니다. 이름과 이유가 기록됩니다.',
  },
  continueWithoutSwitch: {
    en: 'Go on without the switch. The VM comes up without that network: connect it in Hyper-V afterwards. What is proven by its network will not hold until then.',
    ko: '스위치 없이 계속합니다. VM이 그 네트워크 없이 시작되므로 나중에 Hyper-V에서 연결하십시오. 그때까지 네트워크로 증명하는 항목은 충족되지 않습니다.',
  },
  followToCommit: {
    en: 'Go on: the VM is on-premises; ask for the commit next.',
    ko: '계속합니다. VM이 온-프레미스에 있으며 다음으로 커밋할지 묻습니다.',
  },
  acceptPartialSuccess: {
    en: 'Take it as succeeded and go on. Look at its errors, and at the VM, first.',
    ko: '성공한 것으로 보고 계속합니다. 먼저 오류와 VM을 확인하십시오.',
  },
  keepWatching: {
    en: 'Wait on: the job is looked at as before.',
    ko: '더 기다립니다. 전과 같이 작업을 확인합니다.',
  },
  followCompleteFailover: {
    en: 'Go on: watch the complete failover that somebody else has started.',
    ko: '계속합니다. 다른 사람이 시작한 장애 조치 완료를 지켜봅니다.',
  },
  followToCompleteFailover: {
    en: 'Go on as after a synchronization before failover: ask for complete failover next.',
    ko: '장애 조치 전 동기화를 한 것처럼 계속합니다. 다음으로 장애 조치를 완료할지 묻습니다.',
  },
  acceptAsExpected: {
    en: 'This is expected: keep watching the job.',
    ko: '예상된 것입니다. 작업을 계속 지켜봅니다.',
  },
  followToReverseReplication: {
    en: 'Go on: the Azure VM is deleted; start reverse replication next.',
    ko: '계속합니다. Azure VM이 삭제되었으며 다음으로 역방향 복제를 시작합니다.',
  },
  waitForWave: {
    en: 'Look at the wave before again, and wait for it if it goes on.',
    ko: '앞 묶음을 다시 확인하고, 진행 중이면 기다립니다.',
  },
  beginWaveWithout: {
    en: 'Begin this wave although these VMs are not home.',
    ko: '이 VM들이 복귀하지 않았더라도 이 묶음을 시작합니다.',
  },
  takeOverJob: {
    en: 'Take this job as the one of this failback and watch it: {synchronization}. Nothing is called by it.',
    ko: '이 작업을 이 장애 복구의 작업으로 넘겨받아 지켜봅니다: {synchronization}. 이것으로 호출되는 것은 없습니다.',
  },
  takeOverAtHome: {
    en: 'Go on from here: verify the VM on-premises, then ask for the commit. Nothing is called by it.',
    ko: '여기에서 계속합니다. 온-프레미스의 VM을 검증한 다음 커밋할지 묻습니다. 이것으로 호출되는 것은 없습니다.',
  },
  beforeFailover: { en: 'data synchronization before failover', ko: '장애 조치 전 데이터 동기화' },
  fullDownload: { en: 'full download', ko: '전체 다운로드' },
  continueUnsupported: {
    en: 'Go on although this is not supported. Your name and your reason are recorded and shown where the direction is decided.',
    ko: '지원되지 않더라도 계속합니다. 이름과 이유가 기록되고, 방향을 결정하는 곳에 표시됩니다.',
  },
  followCommit: {
    en: 'Go on: Azure shows the commit as done.',
    ko: '계속합니다. Azure에 커밋이 완료된 것으로 표시됩니다.',
  },
} as const satisfies WordsOf<ChoiceCodes>;

import type { Wording } from '../../chat/language/languages.ts';
import type { Stage } from '../../failback/state/stages.ts';

/** What is true while a failback is in a stage. */
export const STAGE_WORDS: Readonly<Record<Stage, Wording>> = {
  checking: {
    en: 'Readiness is being checked. Nothing is started.',
    ko: '복귀할 준비가 되었는지 점검하고 있습니다. 아무것도 시작하지 않았습니다.',
  },
  awaitingSwitch: {
    en: 'A virtual switch is missing where the VM is made. Making it is waiting for a decision. Nothing is started.',
    ko: 'VM을 만들 곳에 가상 스위치가 없습니다. 스위치를 만들지에 대한 결정을 기다리고 있습니다. 아무것도 시작하지 않았습니다.',
  },
  creatingSwitch: {
    en: 'A virtual switch is being made on-premises. Nothing is started in Azure.',
    ko: '온-프레미스에 가상 스위치를 만들고 있습니다. Azure에서는 아무것도 시작하지 않았습니다.',
  },
  adopting: {
    en: 'A planned failover that was started outside of the bot is to be taken over. Nothing is called.',
    ko: '봇 밖에서 시작된 계획된 장애 조치를 넘겨받으려고 합니다. 아무것도 호출하지 않습니다.',
  },
  awaitingDirection: {
    en: 'The direction is waiting for a decision. Nothing is started.',
    ko: '방향에 대한 결정을 기다리고 있습니다. 아무것도 시작하지 않았습니다.',
  },
  starting: {
    en: 'The planned failover is being started.',
    ko: '계획된 장애 조치를 시작하고 있습니다.',
  },
  synchronizing: {
    en: 'Data travels to on-premises. The Azure VM keeps running.',
    ko: '데이터를 온-프레미스로 보내고 있습니다. Azure VM은 계속 실행됩니다.',
  },
  awaitingCompletion: {
    en: 'Ready for complete failover, waiting for a decision. The Azure VM keeps running.',
    ko: '장애 조치를 완료할 준비가 되었으며 결정을 기다리고 있습니다. Azure VM은 계속 실행됩니다.',
  },
  completing: {
    en: 'Downtime: the Azure VM stops, the last changes travel, the on-premises VM starts.',
    ko: '가동 중지: Azure VM이 중지되고, 마지막 변경 내용이 전송되고, 온-프레미스 VM이 시작됩니다.',
  },
  transferring: {
    en: 'Downtime: the Azure VM stops, all of its data is downloaded, the on-premises VM starts.',
    ko: '가동 중지: Azure VM이 중지되고, 모든 데이터가 다운로드되고, 온-프레미스 VM이 시작됩니다.',
  },
  awaitingAction: {
    en: 'The recovery plan waits for somebody to do what one of its actions says.',
    ko: '복구 계획이 기다리고 있습니다. 작업 하나에 적힌 일을 사람이 해야 합니다.',
  },
  resuming: {
    en: 'The action is done. The recovery plan is told to go on.',
    ko: '복구 계획의 작업이 끝났습니다. 계속하라고 알립니다.',
  },
  cancelling: {
    en: 'The planned failover job is being cancelled. The on-premises VM must not be started afterwards.',
    ko: '계획된 장애 조치 작업을 취소하고 있습니다. 그 후에는 온-프레미스 VM을 시작하면 안 됩니다.',
  },
  restarting: {
    en: 'The failed planned failover job is being restarted.',
    ko: '실패한 계획된 장애 조치 작업을 다시 시작하고 있습니다.',
  },
  verifying: {
    en: 'The on-premises VM is being verified.',
    ko: '온-프레미스 VM을 검증하고 있습니다.',
  },
  awaitingCommit: {
    en: 'The VM is home. Commit is waiting for a decision; until then the Azure VM still exists.',
    ko: 'VM이 복귀했습니다. 커밋에 대한 결정을 기다리고 있으며, 그때까지 Azure VM은 남아 있습니다.',
  },
  committing: {
    en: 'Commit: the Azure VM and its disks are being deleted.',
    ko: '커밋: Azure VM과 디스크를 삭제하고 있습니다.',
  },
  awaitingReverse: {
    en: 'Not protected. Reverse replication is waiting for a decision.',
    ko: '보호되지 않습니다. 역방향 복제에 대한 결정을 기다리고 있습니다.',
  },
  reversing: {
    en: 'Not protected until reverse replication is healthy.',
    ko: '역방향 복제가 정상이 될 때까지 보호되지 않습니다.',
  },
  protected: { en: 'Home and protected again.', ko: '복귀했으며 다시 보호됩니다.' },
  notReady: {
    en: 'Ended: the VM was not ready to come home.',
    ko: '종료: VM이 복귀할 준비가 되지 않았습니다.',
  },
  declined: { en: 'Ended: the direction was declined.', ko: '종료: 방향이 거절되었습니다.' },
  expired: {
    en: 'Ended: nobody decided the direction in time.',
    ko: '종료: 제때 방향을 결정한 사람이 없습니다.',
  },
  cancelled: { en: 'Ended: cancelled.', ko: '종료: 취소되었습니다.' },
  abandoned: {
    en: 'Ended: the bot let go of it. Whatever runs in Azure goes on without the bot.',
    ko: '종료: 봇이 관리를 중단했습니다. Azure에서 실행 중인 작업은 봇 없이 계속됩니다.',
  },
};

import type { EndCodes } from '../../failback/words/ends.ts';
import type { WordsOf } from './words-of.ts';

export const END_CODE_WORDS = {
  jobCancelled: {
    en: 'The planned failover job was cancelled in Azure. Reason: {reason}',
    ko: 'Azure에서 계획된 장애 조치 작업이 취소되었습니다. 이유: {reason}',
  },
  vmProtected: { en: 'Home and protected again.', ko: '복귀했으며 다시 보호됩니다.' },
  vmsProtected: {
    en: 'All VMs are home and protected again.',
    ko: '모든 VM이 복귀했으며 다시 보호됩니다.',
  },
  switchStays: {
    en: 'A virtual switch was made, or may have been, and stays: {names}.',
    ko: '가상 스위치를 만들었거나 만들었을 수 있으며 남아 있습니다: {names}.',
  },
  nothingChanged: { en: 'Nothing was changed.', ko: '아무것도 변경하지 않았습니다.' },
  startActionToRestore: {
    en: 'The automatic start action of the on-premises VM was set to Nothing, or may have been: set it back to {before}.',
    ko: '온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있습니다. 직접 원래 값으로 되돌리십시오: {before}.',
  },
  startActionBeingRestored: {
    en: 'The automatic start action of the on-premises VM was set to Nothing, or may have been. The bot sets it back to {before}.',
    ko: '온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있습니다. 봇이 원래 값으로 되돌립니다: {before}.',
  },
  startActionsToRestore: {
    en: 'The automatic start action of these on-premises VMs was set to Nothing, or may have been. Set it back: {names}.',
    ko: '다음 온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있습니다. 되돌려 설정하십시오: {names}.',
  },
  startActionsBeingRestored: {
    en: 'The automatic start action of these on-premises VMs was set to Nothing, or may have been. The bot sets it back: {names}.',
    ko: '다음 온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있습니다. 봇이 되돌립니다: {names}.',
  },
  startActionsStay: {
    en: 'The automatic start action of these on-premises VMs was set to Nothing, or may have been, and stays so, because they must not be started: {names}.',
    ko: '다음 온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있으며 그대로 둡니다. 이 VM을 시작하면 안 되기 때문입니다: {names}.',
  },
  vmWithStartAction: { en: '{vm} ({before} before)', ko: '{vm}(이전 값: {before})' },
  startActionStays: {
    en: 'The automatic start action of the on-premises VM was set to Nothing, or may have been, and stays so: the VM must not be started.',
    ko: '온-프레미스 VM의 자동 시작 동작을 Nothing으로 설정했거나 설정했을 수 있으며 그대로 둡니다. 그 VM을 시작하면 안 됩니다.',
  },
  earlierAttemptLeft: {
    en: 'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.',
    ko: '이전 시도가 Azure에서 시작되었거나 시작되었을 수 있습니다. Azure Portal에서 VM을 확인하십시오.',
  },
  directionDeclined: {
    en: 'The direction was declined. {left}',
    ko: '방향이 거절되었습니다. {left}',
  },
  switchUndecided: {
    en: 'Nobody decided about the virtual switch in time.',
    ko: '제때 가상 스위치에 대해 결정한 사람이 없습니다.',
  },
  directionUndecided: {
    en: 'Nobody decided the direction in time.',
    ko: '제때 방향을 결정한 사람이 없습니다.',
  },
  protectionConfirmed: {
    en: 'Home. A person has confirmed that it is protected.',
    ko: '복귀했습니다. 보호되고 있음을 사람이 확인했습니다.',
  },
  failbackAbandoned: { en: 'The bot let go of it.', ko: '봇이 관리를 중단했습니다.' },
  failbackCancelled: { en: 'Cancelled. {left}', ko: '취소되었습니다. {left}' },
  vmNotReady: { en: 'Not ready to come home. {left}', ko: '복귀할 준비가 되지 않았습니다. {left}' },
  planCannotBeTakenOver: {
    en: 'A recovery plan that was started elsewhere cannot be taken over.',
    ko: '다른 곳에서 시작된 복구 계획은 넘겨받을 수 없습니다.',
  },
  itemNotInAzure: {
    en: 'Azure does not know the protected item any more.',
    ko: '보호된 항목이 더 이상 Azure에 없습니다.',
  },
  nothingRunsHome: {
    en: 'Azure runs no planned failover of it to on-premises, and no commit of one is due.',
    ko: 'Azure에서 이 항목을 온-프레미스로 복귀시키는 계획된 장애 조치가 실행 중이 아니며, 커밋을 기다리는 것도 없습니다.',
  },
  nothingToTakeOver: {
    en: 'There is nothing to take over. {why} Nothing was changed.',
    ko: '넘겨받을 것이 없습니다. {why} 아무것도 변경하지 않았습니다.',
  },
} as const satisfies WordsOf<EndCodes>;

import type { ObservationCodes } from '../../failback/words/observations.ts';
import type { WordsOf } from './words-of.ts';

export const OBSERVATION_CODE_WORDS = {
  jobCarriesRequestId: {
    en: 'job {jobId} carries our request id',
    ko: '작업 {jobId}: 봇의 요청 ID가 있음',
  },
  jobInState: { en: 'the job is {state}', ko: '작업의 상태가 {state}임' },
  failoverJobGone: { en: 'the planned failover job is gone', ko: '계획된 장애 조치 작업이 없어짐' },
  jobWaitsForSomethingElse: {
    en: 'the job waits for something else now',
    ko: '작업이 이제 다른 것을 기다림',
  },
  jobStillWaits: { en: 'the job still waits for {step}', ko: '작업이 아직 대기 중임: {step}' },
  stepCompleteFailover: { en: 'complete failover', ko: '장애 조치(failover) 완료' },
  stepPlanAction: { en: 'the action of the recovery plan', ko: '복구 계획의 작업' },
  jobOfSomebodyElse: {
    en: 'job {jobId} was started by somebody else',
    ko: '작업 {jobId}: 다른 사람이 시작함',
  },
  acceptedWithoutJob: {
    en: 'Azure accepted the call, but shows no job of it',
    ko: 'Azure가 호출을 수락했지만 작업이 보이지 않음',
  },
  noJobStillOffered: {
    en: 'no job was started, and Azure still offers it',
    ko: '시작된 작업이 없고 Azure에서 아직 할 수 있음',
  },
  noJobButObstacle: {
    en: 'no job was found, but {obstacle}',
    ko: '작업을 찾지 못했지만, {obstacle}',
  },
  actionCompletedElsewhere: {
    en: 'the action was completed outside of the bot',
    ko: '복구 계획의 작업이 봇 밖에서 완료됨',
  },
  planAtOtherAction: {
    en: 'the recovery plan is at another action',
    ko: '복구 계획이 다른 작업에 있음',
  },
  actionUnexpected: {
    en: 'an action that was not expected here',
    ko: '여기에서 예상하지 못한 복구 계획의 작업',
  },
  actionCompletedInVain: {
    en: 'Azure was told to go on, but the job still waits at this action',
    ko: 'Azure에 계속하라고 했지만 Azure 작업이 아직 복구 계획의 이 작업에서 대기 중임',
  },
  cancelledInVain: {
    en: 'Azure accepted to cancel the job, but the job goes on',
    ko: 'Azure가 작업 취소를 수락했지만 작업이 계속됨',
  },
  jobGone: { en: 'the job is gone', ko: '작업이 없어짐' },
  jobResumedElsewhere: {
    en: 'the job was resumed outside of the bot',
    ko: '작업이 봇 밖에서 재개됨',
  },
  failoverCompletedElsewhere: {
    en: 'the failover was completed outside of the bot',
    ko: '장애 조치가 봇 밖에서 완료됨',
  },
  fullDownloadWaits: {
    en: 'the job waits for complete failover, which a full download never does',
    ko: '전체 다운로드에서는 있을 수 없는, 장애 조치 완료 대기 상태임',
  },
  resumedInVain: {
    en: 'Azure accepted complete failover, but the job still waits',
    ko: 'Azure가 장애 조치 완료를 수락했지만 작업이 아직 대기 중임',
  },
  jobNotKnown: {
    en: 'Azure does not know this job any more',
    ko: '이 작업이 더 이상 Azure에 없음',
  },
  itemGone: { en: 'the protected item is gone', ko: '보호된 항목이 없어짐' },
  vmProtectedAgain: { en: 'the VM is protected again', ko: 'VM이 다시 보호됨' },
  committedElsewhere: {
    en: 'the commit was made outside of the bot',
    ko: '커밋이 봇 밖에서 이루어짐',
  },
  vmBusy: {
    en: 'Azure is running {scenario} on the VM',
    ko: 'Azure가 VM에서 {scenario} 작업을 실행 중임',
  },
  startedElsewhere: {
    en: '{scenario} was started outside of the bot',
    ko: '{scenario} 작업이 봇 밖에서 시작됨',
  },
  windowClosed: { en: 'the maintenance window has closed', ko: '유지 관리 기간이 끝남' },
  cancelAskedFor: { en: 'somebody asked to cancel', ko: '누군가 취소를 요청함' },
  holdAskedFor: { en: 'somebody asked for a hold', ko: '누군가 보류를 요청함' },
  vmTouched: { en: 'the on-premises VM was touched', ko: '온-프레미스 VM이 조작됨' },
  vmNotAsVerified: {
    en: 'the on-premises VM is not as it was verified',
    ko: '온-프레미스 VM이 확인했을 때와 다름',
  },
  acceptedWithoutId: {
    en: 'Azure accepted it without an operation id',
    ko: 'Azure가 작업 ID 없이 수락함',
  },
  callNotTaken: { en: 'Azure did not take the call', ko: 'Azure가 호출을 받아들이지 않음' },
  itemOfPlanGone: { en: 'a protected item is gone', ko: '보호된 항목 하나가 없어짐' },
  vmsProtectedAgain: { en: 'the VMs are protected again', ko: 'VM들이 다시 보호됨' },
  vmOfPlanBusy: {
    en: 'Azure is running {scenario} on {vm}',
    ko: 'Azure가 {vm} VM에서 {scenario} 작업을 실행 중임',
  },
  jobRunsAgain: {
    en: 'the job of this failback runs again',
    ko: '이 장애 복구의 작업이 다시 실행 중임',
  },
  newFailoverJobRuns: {
    en: 'a new planned failover job of this VM runs',
    ko: '이 VM의 새 계획된 장애 조치 작업이 실행 중임',
  },
} as const satisfies WordsOf<ObservationCodes>;

import type { ObstacleCodes } from '../../failback/words/obstacles.ts';
import type { WordsOf } from './words-of.ts';

export const OBSTACLE_CODE_WORDS = {
  itemNotKnown: {
    en: 'Azure does not know the protected item any more',
    ko: '보호된 항목이 더 이상 Azure에 없음',
  },
  itemBusy: {
    en: 'Azure is running {scenario} on it',
    ko: 'Azure가 이 VM에서 {scenario} 작업을 실행 중임',
  },
  vmNotInAzure: {
    en: 'the VM does not run in Azure, Azure says {activeLocation}',
    ko: 'VM이 Azure에서 실행 중이 아니며 Azure에 따른 위치는 {activeLocation}임',
  },
  operationNotOffered: {
    en: 'Azure offers {offered}, not {wanted}',
    ko: 'Azure에서 {wanted} 작업을 할 수 없음. 할 수 있는 작업: {offered}',
  },
  failoverJobNotKnown: {
    en: 'Azure does not know the planned failover job any more',
    ko: '계획된 장애 조치 작업이 더 이상 Azure에 없음',
  },
  restartNotOffered: {
    en: 'Azure does not offer to restart the planned failover job, it is {state}',
    ko: 'Azure에서 계획된 장애 조치 작업을 다시 시작할 수 없으며 상태가 {state}임',
  },
  failoverJobDoesNotWait: {
    en: 'the planned failover job does not wait, it is {state}',
    ko: '계획된 장애 조치 작업이 대기 중이 아니며 상태가 {state}임',
  },
  cancelNotOffered: {
    en: 'Azure does not offer to cancel the planned failover job, it is {state}',
    ko: 'Azure에서 계획된 장애 조치 작업을 취소할 수 없으며 상태가 {state}임',
  },
  downtimeBegan: {
    en: 'the downtime has begun since somebody asked to cancel',
    ko: '누군가 취소를 요청한 후 가동 중지가 시작됨',
  },
} as const satisfies WordsOf<ObstacleCodes>;

import type { PlanCodes } from '../../failback/words/plans.ts';
import type { WordsOf } from './words-of.ts';

export const PLAN_CODE_WORDS = {
  planNotKnown: {
    en: 'Azure does not know the recovery plan any more',
    ko: '복구 계획이 더 이상 Azure에 없음',
  },
  planChanged: {
    en: 'the recovery plan has other VMs or other groups than when it was asked for',
    ko: '복구 계획의 VM이나 그룹이 요청했을 때와 다름',
  },
  moreVms: { en: '{count} more VMs', ko: '외 VM {count}개' },
  planCannotComeHome: {
    en: 'It cannot be brought home: {why}.',
    ko: '복귀시킬 수 없습니다: {why}.',
  },
  planHasNoVm: { en: 'It has no VM.', ko: 'VM이 없습니다.' },
  mixedPlan: {
    en: 'In Azure: {away}. Not in Azure: {others}. It is not documented what a planned failover of such a plan does, so the bot does not start it. Bring the VMs in Azure home by themselves: /failback start {vm}',
    ko: 'Azure에 있음: {away}. Azure에 없음: {others}. 이런 계획의 계획된 장애 조치가 어떻게 동작하는지 문서화되어 있지 않으므로 봇이 시작하지 않습니다. Azure에 있는 VM을 하나씩 복귀시키십시오: /failback start {vm}',
  },
  vmWithState: { en: '{vm} ({state})', ko: '{vm} ({state})' },
  manualActions: {
    en: 'The plan waits for a person at: {names}.',
    ko: '계획이 다음에서 사람을 기다립니다: {names}.',
  },
  scripts: { en: 'The plan runs by itself: {names}.', ko: '계획이 스스로 실행합니다: {names}.' },
  sameForAllVms: { en: 'All {count} VMs: {finding}', ko: 'VM {count}개 모두: {finding}' },
  wellForSome: {
    en: 'Well for {well} of {count} VMs.',
    ko: 'VM {count}개 중 {well}개가 정상입니다.',
  },
} as const satisfies WordsOf<PlanCodes>;

import type { ProofCodes } from '../../failback/words/proofs.ts';
import type { WordsOf } from './words-of.ts';

export const PROOF_CODE_WORDS = {
  vmInState: { en: 'The VM is {state}.', ko: 'VM의 상태는 {state}입니다.' },
  servicesAnswer: {
    en: 'All that are enabled answer.',
    ko: '사용하도록 설정된 서비스가 모두 응답합니다.',
  },
  servicesSilent: { en: 'Silent: {services}.', ko: '응답 없음: {services}.' },
  disksReadable: {
    en: '{readable} of {all} can be read.',
    ko: '{all}개 중 {readable}개를 읽을 수 있습니다.',
  },
  noAddressYet: {
    en: 'The guest reports none yet.',
    ko: '게스트가 아직 주소를 알려 주지 않습니다.',
  },
  heartbeatOk: { en: 'The guest answers.', ko: '게스트가 응답합니다.' },
  heartbeatNoContact: {
    en: 'The guest does not answer yet.',
    ko: '게스트가 아직 응답하지 않습니다.',
  },
  heartbeatDisabled: {
    en: 'The heartbeat is disabled in the VM.',
    ko: 'VM에서 하트비트가 사용 중지되어 있습니다.',
  },
  heartbeatNotSaid: { en: 'The server does not say.', ko: '서버가 알려 주지 않습니다.' },
  portNotTried: {
    en: 'Not tried: the VM has no address yet.',
    ko: '시도하지 않았습니다. VM에 아직 주소가 없습니다.',
  },
  portOpen: { en: 'It answers.', ko: '응답합니다.' },
  portClosed: { en: 'It does not answer.', ko: '응답하지 않습니다.' },
  vmHasNoConnector: {
    en: 'no host connector is configured for it',
    ko: '해당 서버에 대한 호스트 커넥터가 설정되어 있지 않음',
  },
  allProofsHold: { en: 'all proofs hold', ko: '모든 항목이 증명됨' },
  proofsLetPass: {
    en: 'what does not hold was let pass',
    ko: '충족되지 않은 항목은 건너뛰도록 승인됨',
  },
  someVmsNotChecked: {
    en: '{found}; {unseen, plural, one {# VM was} other {# VMs were}} not checked: no host connector is configured for its server',
    ko: '{found}. 점검하지 않은 VM {unseen}대: 해당 서버에 대한 호스트 커넥터가 설정되어 있지 않음',
  },
} as const satisfies WordsOf<ProofCodes>;

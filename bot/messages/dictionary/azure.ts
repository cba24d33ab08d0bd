import type { AzureCodes } from '../../failback/words/azure.ts';
import type { WordsOf } from './words-of.ts';

export const AZURE_CODE_WORDS = {
  azureAnswered: {
    en: 'Azure Site Recovery answered {status} ({code}): “{message}”',
    ko: 'Azure Site Recovery의 응답: {status} ({code}): “{message}”',
  },
  azureTokenMissing: {
    en: 'No token for Azure Site Recovery could be obtained. Check the credential in the settings.',
    ko: 'Azure Site Recovery의 토큰을 받지 못했습니다. 설정의 자격 증명을 확인하십시오.',
  },
  azureDidNotAnswer: {
    en: 'Azure Site Recovery did not answer ({reason}).',
    ko: 'Azure Site Recovery가 응답하지 않았습니다({reason}).',
  },
  noAnswerWithin: { en: 'no answer within {seconds} s', ko: '{seconds}초 안에 응답 없음' },
  connectionToAzure: { en: 'the connection to Azure', ko: 'Azure 연결' },
  azureAnswerUnusable: {
    en: 'Azure Site Recovery sent an answer that cannot be used ({operation}: “{problem}”).',
    ko: 'Azure Site Recovery가 사용할 수 없는 응답을 보냈습니다({operation}: “{problem}”).',
  },
  planOfOtherVault: {
    en: 'it is not a recovery plan of the vault {vault}',
    ko: '{vault} 자격 증명 모음의 복구 계획이 아님',
  },
  itemOfOtherVault: {
    en: 'it is not an item of the vault {vault}',
    ko: '{vault} 자격 증명 모음의 항목이 아님',
  },
  vmNotKnownToHost: {
    en: 'the VM is not known to its Hyper-V host or VMM server',
    ko: 'Hyper-V 호스트나 VMM 서버에 이 VM이 없음',
  },
} as const satisfies WordsOf<AzureCodes>;

import type { CommonCodes } from '../../failback/words/common.ts';
import type { WordsOf } from './words-of.ts';

export const COMMON_CODE_WORDS = {
  quotedFrom: { en: '{by}: “{text}”', ko: '{by}: “{text}”' },
  nothing: { en: 'nothing', ko: '없음' },
  notSaid: { en: 'not said', ko: '알려 주지 않음' },
  more: { en: '{count} more', ko: '외 {count}개' },
  gigabytes: { en: '{count, number} GB', ko: '{count, number}GB' },
  none: { en: 'none', ko: '없음' },
  notKnownToAzure: { en: 'not known to Azure', ko: 'Azure에 없음' },
  quotation: { en: '“{text}”', ko: '“{text}”' },
  namesAndMore: { en: '{names} and {count} more', ko: '{names} 외 {count}개' },
} as const satisfies WordsOf<CommonCodes>;

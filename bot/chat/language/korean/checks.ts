import type { Translations } from './translations.ts';

/** What is looked at before a failback, and what proves afterwards that the VM is well. */
export const CHECKS: Translations = {
  'Alternate location: {server}. The VM is made there if it is not there.':
    '대체 위치: {server}. 그곳에 VM이 없으면 만듭니다.',
  '{left} more are not shown. Check the VMs one by one.':
    '{left}개가 더 있지만 표시하지 않았습니다. VM을 하나씩 점검하십시오.',
};

import type { ServiceErrorCodes } from '../../failback/words/service-errors.ts';
import type { WordsOf } from './words-of.ts';

export const SERVICE_ERROR_CODE_WORDS = {
  vmRenamed: {
    en: 'The VM was given another name, to avoid a conflict of names.',
    ko: '이름 충돌을 피하려고 VM에 다른 이름이 지정되었습니다.',
  },
  checkVmName: {
    en: 'It was recorded as a warning of a job that succeeded. Check the name.',
    ko: '성공한 작업의 경고로 기록된 적이 있습니다. 이름을 확인하십시오.',
  },
  azureVmNotCreated: {
    en: 'Site Recovery could not create the Azure VM.',
    ko: 'Site Recovery가 Azure VM을 만들지 못했습니다.',
  },
  checkQuotaAndPolicies: {
    en: 'Check the quota, the size family of the availability set, and policies.',
    ko: '할당량, 가용성 집합의 크기 계열, 정책을 확인하십시오.',
  },
  networkAdapterNotCreated: {
    en: 'Site Recovery could not create a network adapter for the VM in Azure.',
    ko: 'Site Recovery가 Azure에서 VM의 네트워크 어댑터를 만들지 못했습니다.',
  },
  checkQuotaAndPermissions: {
    en: 'Look at quota and permissions first; the source has the steps.',
    ko: '먼저 할당량과 권한을 확인하십시오. 출처에 단계가 있습니다.',
  },
  inputDoesNotFitItem: {
    en: 'What was sent does not fit the kind of the protected item.',
    ko: '보낸 내용이 보호된 항목의 종류와 맞지 않습니다.',
  },
  checkItemKind: {
    en: 'Look at how the VM is protected. If it is a Hyper-V VM, report it: it is a bug.',
    ko: 'VM이 어떻게 보호되는지 확인하십시오. Hyper-V VM이면 버그이므로 알려 주십시오.',
  },
  snapshotFailedOnDynamicDisks: {
    en: 'The snapshot of the disks failed: the VM has dynamic disks.',
    ko: '디스크의 스냅샷이 실패했습니다. VM에 동적 디스크가 있습니다.',
  },
  checkDynamicDisks: {
    en: 'Look at the disks of the VM: dynamic disks can make the snapshot fail.',
    ko: 'VM의 디스크를 확인하십시오. 동적 디스크 때문에 스냅샷이 실패할 수 있습니다.',
  },
  guestSnapshotFailed: {
    en: 'The snapshot inside the VM failed: the integration services are of another version.',
    ko: 'VM 안의 스냅샷이 실패했습니다. 통합 서비스의 버전이 다릅니다.',
  },
  updateIntegrationServices: {
    en: 'Update the integration services of the VM.',
    ko: 'VM의 통합 서비스를 업데이트하십시오.',
  },
} as const satisfies WordsOf<ServiceErrorCodes>;

import type { CheckCodes } from '../../failback/words/checks.ts';
import type { WordsOf } from './words-of.ts';

export const CHECK_CODE_WORDS = {
  switchNamesUnreadable: {
    en: 'The names of the switches that the VM needs could not be read. {host} must have switches of the same names, else the VM comes up without its network.',
    ko: 'VM에 필요한 스위치의 이름을 읽지 못했습니다. {host}에 같은 이름의 스위치가 있어야 하며, 없으면 VM이 네트워크 없이 시작됩니다.',
  },
  noSwitchNeeded: {
    en: 'The VM needs none: it was connected to no switch.',
    ko: 'VM에 필요한 스위치가 없습니다. 스위치에 연결되어 있지 않았습니다.',
  },
  switchNamesFromAzure: {
    en: '{finding} The names are those of the networks that Azure knows.',
    ko: '{finding} 이 이름은 Azure가 아는 네트워크의 이름입니다.',
  },
  switchesNotConfirmed: {
    en: 'The VM needs {needed}; {host} could not say.',
    ko: 'VM에 필요한 스위치가 {host} 서버에 있는지 확인하지 못했습니다: {needed}.',
  },
  switchesPresent: {
    en: '{host} has what the VM needs: {needed}.',
    ko: '{host} 서버에 VM에 필요한 스위치가 있습니다: {needed}.',
  },
  switchesMissing: {
    en: '{host} does not have {missing}, which the VM needs. The bot asks whether to make it.',
    ko: '{host} 서버에 VM에 필요한 스위치가 없습니다: {missing}. 만들지 봇이 묻습니다.',
  },
  originalLocationCreatesVm: {
    en: 'The original location, where the VM is made if it is not there. That Azure takes this for the original location is not written down anywhere: it may refuse.',
    ko: '원래 위치이며, VM이 없으면 만듭니다. Azure가 원래 위치에 대해 이를 받아들인다는 내용은 어디에도 문서화되어 있지 않으므로 거부할 수 있습니다.',
  },
  serverNotListed: {
    en: 'Azure no longer lists the server {server}. Register it again.',
    ko: 'Azure에 {server} 서버가 더 이상 없습니다. 다시 등록하십시오.',
  },
  destinationIsOriginal: {
    en: '{server} is the server of this VM: that is the original location.',
    ko: '{server} 서버가 바로 이 VM의 서버입니다. 원래 위치에 해당합니다.',
  },
  alternateLocation: {
    en: 'Alternate location: {server}. The VM is made there if it is not there.',
    ko: '대체 위치: {server}. 그곳에 VM이 없으면 만듭니다.',
  },
  alternateLocationNeedsSite: {
    en: 'An alternate location is possible within a Hyper-V site only. This VM or that server is managed by VMM, or Azure does not say what manages it.',
    ko: '대체 위치는 Hyper-V 사이트 안에서만 사용할 수 있습니다. 이 VM이나 서버를 VMM이 관리하거나, 무엇이 관리하는지 Azure가 알려 주지 않습니다.',
  },
  onStorageAccount: {
    en: 'The VM replicates to a storage account.',
    ko: 'VM이 스토리지 계정으로 복제됩니다.',
  },
  managedDisksNotSaid: {
    en: 'Azure does not say whether the VM is on managed disks, from which failback is called unsupported.',
    ko: 'VM이 관리 디스크를 사용하는지 Azure가 알려 주지 않습니다. 관리 디스크에서의 장애 복구는 지원되지 않는 것으로 되어 있습니다.',
  },
  replicatesToManagedDisks: {
    en: 'The VM replicates to managed disks. The documentation calls failback from managed disks unsupported; an issue of 2023 says that the documentation is out of date.',
    ko: 'VM이 관리 디스크로 복제됩니다. 문서에는 관리 디스크에서의 장애 복구가 지원되지 않는다고 되어 있지만, 2023년의 한 이슈에는 이 문서가 오래되었다고 되어 있습니다.',
  },
  managedSinceFailover: {
    en: 'The VM is on managed disks, on which it was put at the failover: it replicated to a storage account. Failback from such disks is not supported.',
    ko: 'VM이 장애 조치 때 관리 디스크에 배치되었습니다. 복제는 스토리지 계정으로 이루어졌습니다. 이런 디스크에서의 장애 복구는 지원되지 않습니다.',
  },
  managementNotSaid: {
    en: 'Azure does not say whether a Hyper-V site or a VMM server has it, nor whether data encryption is on.',
    ko: 'Hyper-V 사이트와 VMM 서버 중 어느 쪽에 있는지, 데이터 암호화가 켜져 있는지 Azure가 알려 주지 않습니다.',
  },
  managedByVmm: {
    en: 'The VMM server {server}: the VM goes back to where it came from.',
    ko: 'VMM 서버 {server}: VM은 원래 있던 곳으로 돌아갑니다.',
  },
  encryptionNotSaid: {
    en: 'Azure does not say whether it is on at the VMM server.',
    ko: 'VMM 서버에서 켜져 있는지 Azure가 알려 주지 않습니다.',
  },
  encryptionOffForVm: {
    en: 'It is on at the VMM server, but Azure says that the data of this VM is not encrypted. The portal would ask for a certificate; the interface of Azure has no such step.',
    ko: 'VMM 서버에서 켜져 있지만, Azure는 이 VM의 데이터가 암호화되지 않았다고 합니다. 포털에서는 인증서를 요구하지만 Azure의 인터페이스에는 그런 단계가 없습니다.',
  },
  encryptionOn: {
    en: 'It is on at the VMM server. The portal asks for the certificate when a failback is started; the interface that the bot uses has no field for it. The sure way is to start this failback in the portal.',
    ko: 'VMM 서버에서 켜져 있습니다. 포털은 장애 복구를 시작할 때 인증서를 요구하지만, 봇이 사용하는 인터페이스에는 해당 입력란이 없습니다. 이 장애 복구는 포털에서 시작하는 것이 확실합니다.',
  },
  defaultThreads: { en: '4 threads for each VM (the default)', ko: 'VM당 스레드 4개(기본값)' },
  threadsForEachVm: { en: '{threads} threads for each VM', ko: 'VM당 스레드 {threads}개' },
  downloadUnlimited: { en: '{threads}, no bandwidth limit.', ko: '{threads}, 대역폭 제한 없음.' },
  downloadThrottled: {
    en: '{threads}, but the agent is limited to {throttleKbps} kbit/s at some hours at least.',
    ko: '{threads}, 그러나 에이전트는 적어도 일부 시간대에 {throttleKbps}kbit/s로 제한됩니다.',
  },
  nameIsFree: {
    en: '{host} has none of this name: Azure makes it.',
    ko: '{host}에 이 이름의 VM이 없으므로 Azure가 만듭니다.',
  },
  hostFreeSpaceNotSaid: {
    en: '{host} does not say how much is free.',
    ko: '{host} 서버가 여유 공간을 알려 주지 않습니다.',
  },
  hostFreeSpace: {
    en: '{free} free on the largest volume of {host}, at most {need} to be written.',
    ko: '{host}의 가장 큰 볼륨에 {free}의 여유가 있으며, 최대 {need} 기록됩니다.',
  },
  serverCouldNotSay: {
    en: '{server} could not say: {why}',
    ko: '{server}에서 확인하지 못했습니다: {why}',
  },
  hypervNotInstalled: {
    en: 'It is not installed on {server} ({windows}).',
    ko: '{server}에 설치되어 있지 않습니다({windows}).',
  },
  serverWindows: { en: '{server} has {windows}.', ko: '{server}: {windows}.' },
  serverCoreNotSaid: {
    en: '{server} does not say whether it is Server Core. With Windows Server 2019 that is not supported.',
    ko: '{server} 서버가 Server Core인지 알려 주지 않습니다. Windows Server 2019에서는 지원되지 않습니다.',
  },
  serverCore2019: {
    en: '{server} is Server Core of Windows Server 2019, to which the support matrix allows no failback. Whether that still holds is not certain.',
    ko: '{server} 서버는 Windows Server 2019의 Server Core이며, 지원 매트릭스에 따르면 이 서버로의 장애 복구는 허용되지 않습니다. 지금도 그런지는 확실하지 않습니다.',
  },
  leavesServer2016: {
    en: '{server} has Windows Server 2016. The support matrix of 2018 allows no alternate location for its VMs; whether that still holds is not certain.',
    ko: '{server} 서버는 Windows Server 2016입니다. 2018년의 지원 매트릭스에 따르면 이 서버의 VM에는 대체 위치가 허용되지 않습니다. 지금도 그런지는 확실하지 않습니다.',
  },
  oldServerCouldNotSay: {
    en: '{host} could not say. It must stay off for good.',
    ko: '{host}에서 확인하지 못했습니다. 계속 꺼져 있어야 합니다.',
  },
  vmStaysOnOldServer: {
    en: 'It stays on {host}, off. Never start it again: two VMs would be the same.',
    ko: '{host}에 꺼진 상태로 남습니다. 다시 시작하지 마십시오. 같은 VM이 두 개가 됩니다.',
  },
  vmNotOffOnOldServer: {
    en: 'It is {state} on {host}. Turn it off.',
    ko: '{host}에서 상태가 {state}입니다. 끄십시오.',
  },
  noConnectorForNewVm: {
    en: 'No host connector is configured for its server. It must have room for the disks, a virtual switch of each name that the VM needs, and no other VM of this name.',
    ko: '해당 서버에 대한 호스트 커넥터가 설정되어 있지 않습니다. 서버에 디스크를 위한 공간과 VM에 필요한 이름의 가상 스위치가 모두 있어야 하고, 이 이름의 다른 VM이 없어야 합니다.',
  },
  noConnectorForVm: {
    en: 'No host connector is configured for it. The VM must be off and have no checkpoints.',
    ko: '해당 서버에 대한 호스트 커넥터가 설정되어 있지 않습니다. VM이 꺼져 있고 검사점이 없어야 합니다.',
  },
  vmFound: { en: 'Found on {host}.', ko: '{host}에서 찾았습니다.' },
  nameIsTaken: {
    en: '{host} already has a VM of this name, and it is not the one that Azure knows. An earlier attempt may have left it, or it is another VM: then its disks could be overwritten.',
    ko: '{host}에 이 이름의 VM이 이미 있으며, Azure가 아는 VM이 아닙니다. 이전 시도에서 남은 것이거나 다른 VM일 수 있으며, 다른 VM이라면 그 디스크를 덮어쓸 수 있습니다.',
  },
  vmAbsent: {
    en: '{host} has no such VM. It can be made anew: start with "create-vm".',
    ko: '{host}에 그런 VM이 없습니다. 새로 만들 수 있습니다. "create-vm"을 붙여 시작하십시오.',
  },
  hostForbidden: {
    en: "The connector's account may not look on {host}: {why}",
    ko: '커넥터의 계정에 {host} 서버를 볼 권한이 없습니다: {why}',
  },
  hostUnreachable: {
    en: '{host} could not be reached: {why}',
    ko: '{host}에 연결하지 못했습니다: {why}',
  },
  vmAmbiguous: {
    en: '{host} has several VMs of this name. The bot acts on none of them.',
    ko: '{host}에 이 이름의 VM이 여러 개 있습니다. 봇은 그중 어느 것도 다루지 않습니다.',
  },
  vmIsOff: { en: 'The VM is off.', ko: 'VM이 꺼져 있습니다.' },
  vmIsNotOff: {
    en: 'The VM is {state}. Turn it off: it must be off during the whole failback.',
    ko: 'VM의 상태가 {state}입니다. 끄십시오. 장애 복구가 진행되는 동안 계속 꺼져 있어야 합니다.',
  },
  noneFound: { en: 'None.', ko: '없습니다.' },
  vmHasCheckpoints: {
    en: 'The VM has {checkpoints, plural, one {# checkpoint} other {# checkpoints}}. Remove them first.',
    ko: 'VM에 검사점이 {checkpoints}개 있습니다. 먼저 제거하십시오.',
  },
  adapterWithoutSwitch: {
    en: 'A network adapter of the VM is connected to no switch: it will come up without that network.',
    ko: 'VM의 네트워크 어댑터 하나가 스위치에 연결되어 있지 않습니다. 그 네트워크 없이 시작됩니다.',
  },
  noNetworkAdapter: {
    en: 'Connected to none: the VM has no network adapter.',
    ko: '연결되어 있지 않습니다. VM에 네트워크 어댑터가 없습니다.',
  },
  adaptersConnected: { en: 'Connected to {switches}.', ko: '{switches}에 연결되어 있습니다.' },
  freeSpaceNotSaid: {
    en: 'The server does not say how much is free.',
    ko: '서버가 여유 공간을 알려 주지 않습니다.',
  },
  freeSpace: {
    en: '{free} free, at most {need} more to be written.',
    ko: '여유 공간: {free}. 최대 {need} 더 기록됩니다.',
  },
  hypervReplication: {
    en: 'Hyper-V says {state}, health {health}.',
    ko: 'Hyper-V에서 상태는 {state}, 정상 여부는 {health}입니다.',
  },
  startActionNothing: {
    en: 'Nothing: the VM does not start by itself.',
    ko: 'Nothing: VM이 자동으로 시작되지 않습니다.',
  },
  startActionWillChange: {
    en: '{startAction}: it is set to Nothing before the synchronization, and back after the commit.',
    ko: '{startAction}: 동기화 전에 Nothing으로 설정하고, 커밋 후에 되돌립니다.',
  },
  itemNotInVault: {
    en: 'Azure does not know it any more. Look at the vault in the portal.',
    ko: 'Azure에 더 이상 없습니다. 포털에서 자격 증명 모음을 확인하십시오.',
  },
  doNotStart: {
    en: 'Do not start the on-premises VM: its disks are inconsistent until a failback of it has succeeded.',
    ko: '온-프레미스 VM을 시작하지 마십시오. 이 VM의 장애 복구가 성공할 때까지 디스크의 데이터가 온전하지 않습니다.',
  },
  doNotStartOn: {
    en: 'Do not start the VM on {server}: an earlier failback left its disks there half written.',
    ko: '{server} 서버의 VM을 시작하지 마십시오. 이전 장애 복구에서 그곳의 디스크가 일부만 기록된 상태로 남았습니다.',
  },
  hypervToAzure: { en: 'Hyper-V to Azure.', ko: 'Hyper-V에서 Azure로 복제합니다.' },
  notHypervToAzure: {
    en: '{provider} is not Hyper-V to Azure. This bot brings home Hyper-V VMs only.',
    ko: '복제 공급자 {provider}: Hyper-V에서 Azure로의 복제가 아닙니다. 이 봇은 Hyper-V VM만 복귀시킵니다.',
  },
  vmRunsInAzure: { en: 'The VM runs in Azure.', ko: 'VM이 Azure에서 실행 중입니다.' },
  vmRunsOnPremises: {
    en: 'The VM is not failed over: it runs on-premises. There is nothing to bring home.',
    ko: 'VM이 장애 조치되지 않았으며 온-프레미스에서 실행 중입니다. 복귀시킬 것이 없습니다.',
  },
  activeLocationNotSaid: {
    en: 'Azure does not say where the VM runs. Look at the vault in the portal.',
    ko: 'VM이 어디에서 실행 중인지 Azure가 알려 주지 않습니다. 포털에서 자격 증명 모음을 확인하십시오.',
  },
  failoverNotCommitted: {
    en: 'The failover to Azure is not committed. Commit it in the portal first.',
    ko: 'Azure로의 장애 조치가 커밋되지 않았습니다. 먼저 포털에서 커밋하십시오.',
  },
  failbackOffered: {
    en: 'Committed; Azure offers the failback.',
    ko: '커밋되었으며, Azure에서 장애 복구를 할 수 있습니다.',
  },
  failbackNotOffered: {
    en: 'Azure does not offer a failback. Its state is “{state}”; it offers {operations}.',
    ko: 'Azure에서 장애 복구를 할 수 없습니다. 상태: “{state}”. 할 수 있는 작업: {operations}.',
  },
  scenarioRunning: {
    en: 'Azure is running {scenario} on the VM. Wait for it to end.',
    ko: 'Azure가 VM에서 {scenario} 작업을 실행 중입니다. 끝날 때까지 기다리십시오.',
  },
  noServerRegistered: {
    en: 'Azure lists no registered server for {fabric}. Register it again.',
    ko: 'Azure에 {fabric}에 등록된 서버가 없습니다. 다시 등록하십시오.',
  },
  serverConnected: {
    en: '{server} is connected to Azure.',
    ko: '{server} 서버가 Azure에 연결되어 있습니다.',
  },
  serverNotConnected: {
    en: '{server} is not connected to Azure ({state}). Check its services and its way out on port 443.',
    ko: '{server} 서버가 Azure에 연결되어 있지 않습니다({state}). 서비스와 443 포트의 외부 연결을 확인하십시오.',
  },
  heartbeatStale: {
    en: 'The server was last heard of {minutes, plural, one {# minute} other {# minutes}} ago.',
    ko: '서버의 마지막 하트비트는 {minutes}분 전입니다.',
  },
  providerOutdated: {
    en: "The provider's version {version} is {state}. Update it.",
    ko: '공급자 버전 {version}의 상태는 {state}입니다. 업데이트하십시오.',
  },
} as const satisfies WordsOf<CheckCodes>;

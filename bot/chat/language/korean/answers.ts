import type { Translations } from './translations.ts';

/** What people are told about what they asked for. */
export const ANSWERS: Translations = {
  'Something went wrong inside the bot, and it is not certain what was done. Look at /failback status before you try again.':
    '봇 내부에서 문제가 생겼고, 무엇이 실행되었는지 확실하지 않습니다. 다시 시도하기 전에 /failback status를 확인하십시오.',
  'Reference for the administrator: {reference}': '관리자에게 전달할 참조 번호: {reference}',
  '{problem} Try again in a moment.': '{problem} 잠시 후 다시 시도하십시오.',
  'status {status}': '상태 코드 {status}',
  'request {requestId}': '요청 {requestId}',
  'There is no command {name}. Type /failback help to see what there is.':
    '{name} 명령은 없습니다. /failback help를 입력하면 사용할 수 있는 명령이 표시됩니다.',
  'There is no channel called {name}.': '이름이 {name}인 채널이 없습니다.',
  'There are several channels for this failback.':
    '이 장애 복구에 쓸 수 있는 채널이 여러 개입니다.',
  'That channel is no longer in the settings. Nothing was done. Start again.':
    '그 채널은 더 이상 설정에 없습니다. 아무것도 실행하지 않았습니다. 처음부터 다시 시작하십시오.',
  '{problem} Nothing was done. Say in which one: /failback start {vm} in {channel}. Channels: {channels}.':
    '{problem} 아무것도 실행하지 않았습니다. 어느 채널인지 지정하십시오: /failback start {vm} in {channel}. 채널: {channels}.',
  'No on-premises server is configured. The administrator can add some under "hyperv" in failback.yaml.':
    '설정된 온-프레미스 서버가 없습니다. 관리자가 failback.yaml의 "hyperv" 아래에 추가할 수 있습니다.',
  'Say which server: {names}.': '어느 서버인지 지정하십시오: {names}.',
  'No configured server is called {name}. There are: {names}.':
    '이름이 {name}인 서버가 설정에 없습니다. 설정된 서버: {names}.',
  'Say which VM: /failback check web-01. /failback list shows them.':
    '어느 VM인지 지정하십시오: /failback check web-01. /failback list로 VM 목록을 볼 수 있습니다.',
  'That is too long to be the name of a VM. /failback list shows them.':
    'VM 이름이라기에는 너무 깁니다. /failback list로 VM 목록을 볼 수 있습니다.',
  'That VM is no longer in the list. Nothing was done. /failback list shows what is protected.':
    '그 VM은 더 이상 목록에 없습니다. 아무것도 실행하지 않았습니다. /failback list로 보호된 VM을 볼 수 있습니다.',
  'No protected VM is called {vm}. /failback list shows them.':
    '이름이 {vm}인 보호된 VM이 없습니다. /failback list로 VM 목록을 볼 수 있습니다.',
  'No protected VM is called {vm}. Did you mean {similar}? /failback list shows them.':
    '이름이 {vm}인 보호된 VM이 없습니다. {similar} 중 하나를 찾으십니까? /failback list로 VM 목록을 볼 수 있습니다.',
  '{item} ({fabric}, vault {vault})': '{item} ({fabric}, 자격 증명 모음 {vault})',
  '{count} protected VMs are called {vm}. Use the name of the protected item instead: {items}.':
    '이름이 {vm}인 보호된 VM이 {count}개입니다. 대신 보호된 항목의 이름을 사용하십시오: {items}.',
  '{count} protected VMs are called {vm}. Use the id of the protected item instead: {items}.':
    '이름이 {vm}인 보호된 VM이 {count}개입니다. 대신 보호된 항목의 ID를 사용하십시오: {items}.',
  'Several failbacks are open here. Say which, for example /failback status {id}. Open: {ids}.':
    '여기에 진행 중인 장애 복구가 여러 개입니다. 어느 것인지 지정하십시오. 예: /failback status {id}. 진행 중: {ids}.',
  'No failback is open for {vm}. /failback status shows the open ones.':
    '{vm}에 대해 진행 중인 장애 복구가 없습니다. /failback status로 진행 중인 장애 복구를 볼 수 있습니다.',
  'No failback is open in this channel. /failback status shows the open ones of all channels; name one by its id, for example /failback timeline FB-7K3M.':
    '이 채널에는 진행 중인 장애 복구가 없습니다. /failback status로 모든 채널의 진행 중인 장애 복구를 볼 수 있습니다. ID로 지정하십시오. 예: /failback timeline FB-7K3M.',
  'No failback lives in this chat. /failback status shows the open ones of all channels; name one by its id, for example /failback timeline FB-7K3M.':
    '이 채팅에는 장애 복구가 없습니다. /failback status로 모든 채널의 진행 중인 장애 복구를 볼 수 있습니다. ID로 지정하십시오. 예: /failback timeline FB-7K3M.',
  'There is no failback {id}. Nothing was done. /failback status shows the open ones.':
    'ID가 {id}인 장애 복구가 없습니다. 아무것도 실행하지 않았습니다. /failback status로 진행 중인 장애 복구를 볼 수 있습니다.',
};

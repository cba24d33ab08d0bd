import type { Translations } from './translations.ts';

/** The on-premises servers and their download threads. */
export const SERVERS: Translations = {
  'The on-premises servers: what they say of themselves, and what Azure says of them.':
    '온-프레미스 서버: 서버가 알려 주는 상태와 Azure가 알려 주는 상태를 보여 줍니다.',
  'On-premises servers': '온-프레미스 서버',
  '{count} more are not shown.': '{count}개가 더 있지만 표시하지 않았습니다.',
  'Azure lists no on-premises server, and no host connector is configured.':
    'Azure에 등록된 온-프레미스 서버가 없고, 호스트 커넥터도 설정되어 있지 않습니다.',
  'On-premises servers, as Azure sees them': 'Azure에서 본 온-프레미스 서버',
  'The servers themselves were not checked: no host connector is configured.':
    '서버 자체는 점검하지 않았습니다. 호스트 커넥터가 설정되어 있지 않습니다.',
  'Azure: {words}': 'Azure: {words}',
  'Reached: {windows}, {role}. Read {at}': '연결됨: {windows}, {role}. 확인 시각: {at}',
  'Services: {services}.': '서비스: {services}.',
  'Versions: provider {provider}, agent {agent}.': '버전: 공급자 {provider}, 에이전트 {agent}.',
  'not found': '찾을 수 없음',
  'Free space: {volumes}.': '여유 공간: {volumes}.',
  'a VMM server': 'VMM 서버',
  'a Hyper-V host': 'Hyper-V 호스트',
  'the Hyper-V role is NOT installed': 'Hyper-V 역할이 설치되어 있지 않음',
  'none found': '찾은 것이 없음',
  '{name} running': '{name} 실행 중',
  '{name} stopped': '{name} 중지됨',
  '{name} NOT installed': '{name} 설치되어 있지 않음',
  '{name} neither running nor stopped': '{name} 실행 중도 중지됨도 아님',
  'the server does not say': '서버가 알려 주지 않음',
  'Way out on port 443: not checked.': '443 포트의 외부 연결: 점검하지 않았습니다.',
  'Way out on port 443: open.': '443 포트의 외부 연결: 열려 있습니다.',
  'Way out on port 443: CLOSED to {servers}.': '443 포트의 외부 연결: 막혀 있습니다({servers}).',
  'no server of this name is registered. The administrator can set the name that Azure uses in failback.yaml.':
    '이 이름으로 등록된 서버가 없습니다. 관리자가 failback.yaml에서 Azure가 사용하는 이름을 설정할 수 있습니다.',
  'not judged': '판정되지 않음',
  '{connection}, no heartbeat is known, version: {version}.':
    '{connection}, 하트비트를 알 수 없음, 버전: {version}.',
  '{connection}, last heartbeat {time} ago, version: {version}.':
    '{connection}, 마지막 하트비트 {time} 전, 버전: {version}.',
  '<server> [1-32 or default]': '<서버> [1-32 또는 default]',
  'How many download threads a failback uses on a server; with a number, change it.':
    '장애 복구가 서버에서 사용하는 다운로드 스레드 수를 보여 줍니다. 숫자를 붙이면 변경합니다.',
  '{server}: download threads for each VM: {threads}.':
    '{server}: VM당 다운로드 스레드: {threads}.',
  'The agent may use {limit} kbit/s, at some hours at least. More threads do not help against that limit.':
    '에이전트는 적어도 일부 시간대에 {limit}kbit/s까지만 사용할 수 있습니다. 스레드를 늘려도 이 제한은 해결되지 않습니다.',
  'An operator can change it, for every VM on this server: /failback threads {server} 16':
    '운영자가 이 서버의 모든 VM에 대해 변경할 수 있습니다: /failback threads {server} 16',
  '{threads}, the default': '{threads}(기본값)',
  'Look at what it is now: /failback threads {server}':
    '현재 값을 확인하십시오: /failback threads {server}',
  '{server}: download threads for each VM are now {threads}.':
    '{server}: 이제 VM당 다운로드 스레드는 {threads}입니다.',
  'It counts for every VM on this server. Open failbacks on it: {count}.':
    '이 서버의 모든 VM에 적용됩니다. 이 서버에서 진행 중인 장애 복구: {count}건.',
  'A download that runs already may not become faster.':
    '이미 실행 중인 다운로드는 빨라지지 않을 수 있습니다.',
  'The bot puts the old value back when the last failback on this server has ended.':
    '이 서버의 마지막 장애 복구가 끝나면 봇이 이전 값으로 되돌립니다.',
  'The bot puts the old value back after the next failback on this server.':
    '이 서버의 다음 장애 복구가 끝나면 봇이 이전 값으로 되돌립니다.',
  '{wanted} is not a number of threads. It is 1 to {most}, or the word default. Nothing was changed.':
    '스레드 수가 아닙니다: {wanted}. 1부터 {most}까지의 숫자이거나 default여야 합니다. 아무것도 변경하지 않았습니다.',
};

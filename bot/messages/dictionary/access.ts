import type { AccessCodes } from '../../failback/words/access.ts';
import type { WordsOf } from './words-of.ts';

export const ACCESS_CODE_WORDS = {
  vmHasOpenFailback: {
    en: '{vm} already has an open failback, {failback}. Nothing was done. See /failback status {failback}',
    ko: '{vm} VM에 진행 중인 장애 복구가 이미 있습니다: {failback}. 아무것도 실행하지 않았습니다. 확인하려면: /failback status {failback}',
  },
  vmOfRunHasOpenFailback: {
    en: 'One of {vms} already has an open failback, {failback}. Nothing was started. See /failback status {failback}',
    ko: '다음 VM 중 하나에 진행 중인 장애 복구가 이미 있습니다: {vms}. 진행 중: {failback}. 아무것도 시작하지 않았습니다. 확인하려면: /failback status {failback}',
  },
  threadsNeedOperator: {
    en: 'Changing the download threads takes the role operator, so nothing was changed. Without a number the command shows them.',
    ko: '다운로드 스레드를 변경하려면 operator 역할이 필요하므로 아무것도 변경하지 않았습니다. 숫자 없이 명령을 입력하면 현재 값을 볼 수 있습니다.',
  },
  guestsNotAdmitted: {
    en: 'Guests cannot use Failback. Nothing was done. Ask a member of the incident team.',
    ko: '게스트는 Failback을 사용할 수 없습니다. 아무것도 실행하지 않았습니다. 장애 대응 팀의 구성원에게 요청하십시오.',
  },
  foreignersNotAdmitted: {
    en: 'People from other organizations cannot use Failback. Nothing was done. Ask a member of the incident team.',
    ko: '다른 조직의 사용자는 Failback을 사용할 수 없습니다. 아무것도 실행하지 않았습니다. 장애 대응 팀의 구성원에게 요청하십시오.',
  },
  botsNotAdmitted: {
    en: 'Bots cannot use Failback. Nothing was done.',
    ko: '봇은 Failback을 사용할 수 없습니다. 아무것도 실행하지 않았습니다.',
  },
  senderNotConfirmed: {
    en: 'The chat service could not confirm who you are, so nothing was done. Try again in a moment.',
    ko: '채팅 서비스에서 사용자가 누구인지 확인하지 못하여 아무것도 실행하지 않았습니다. 잠시 후 다시 시도하십시오.',
  },
  personNotKnown: {
    en: 'Failback does not know you yet, so nothing was done. Ask the administrator to add you under "people" in failback.yaml, with {platform}: {userId}',
    ko: '아직 Failback에 등록되지 않은 사용자이므로 아무것도 실행하지 않았습니다. failback.yaml의 "people" 아래에 다음 값으로 추가해 달라고 관리자에게 요청하십시오. {platform}: {userId}',
  },
  channelOnlyShows: {
    en: 'In this channel Failback only shows things, so nothing was done. Use the incident channel or your own chat with Failback, or ask the administrator to add {platform}: {channel} under "channels" in failback.yaml.',
    ko: '이 채널에서는 Failback이 정보를 보여 주기만 하므로 아무것도 실행하지 않았습니다. 장애 대응 채널이나 Failback과의 개인 채팅을 사용하거나, failback.yaml의 "channels" 아래에 {platform}: 다음 값을 추가해 달라고 관리자에게 요청하십시오. {platform}: {channel}',
  },
  roleMissing: {
    en: 'You need the role {role} for {command}; you have {roles}. Nothing was done. Ask the administrator.',
    ko: '{command} 명령에는 {role} 역할이 필요합니다. 현재 역할: {roles}. 아무것도 실행하지 않았습니다. 관리자에게 요청하십시오.',
  },
} as const satisfies WordsOf<AccessCodes>;

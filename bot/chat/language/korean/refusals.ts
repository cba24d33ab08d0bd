import type { Translations } from './translations.ts';

/** Why a click or a command had no effect, and what was decided. */
export const REFUSALS: Translations = {
  'Now: {meaning} On hold: it waits for a choice.':
    '현재: {meaning} 보류: 선택을 기다리고 있습니다.',
  'Now: {meaning}': '현재: {meaning}',
  'what you typed is not the name of the VM. Nothing was done; the attempt is recorded. Read the question again before you approve.':
    '입력한 값이 VM의 이름이 아닙니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다. 승인하기 전에 질문을 다시 읽으십시오.',
  'that is not the side on which the VM is live. Nothing was done; the attempt is recorded. Read the question again before you approve.':
    'VM이 실제로 실행 중인 쪽이 아닙니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다. 승인하기 전에 질문을 다시 읽으십시오.',
  'that question is no longer open, so nothing was done. Use the newest message in the channel.':
    '그 질문은 이미 닫혀서 아무것도 실행하지 않았습니다. 채널의 최신 메시지를 사용하십시오.',
  'that question has expired, so nothing was done. If it is asked again, there is a new message in the channel.':
    '그 질문은 만료되어 아무것도 실행하지 않았습니다. 다시 묻게 되면 채널에 새 메시지가 올라옵니다.',
  'only an approver may decide this. Nothing was done; the attempt is recorded. Ask an approver.':
    '승인자만 결정할 수 있습니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다. 승인자에게 요청하십시오.',
  'you asked for this failback, so somebody else has to decide. Nothing was done; the attempt is recorded.':
    '이 장애 복구를 요청한 사람이므로 다른 사람이 결정해야 합니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다.',
  'you had a check passed over in this failback, so somebody else has to decide. Nothing was done; the attempt is recorded.':
    '이 장애 복구에서 확인을 건너뛰도록 한 사람이므로 다른 사람이 결정해야 합니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다.',
  'you had this asked outside of the maintenance window, so somebody else has to decide. Nothing was done; the attempt is recorded.':
    '유지 관리 기간 전에 승인을 요청하도록 한 사람이므로 다른 사람이 결정해야 합니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다.',
  'your vote is counted already, so nothing more was done. It waits for another approver.':
    '이미 결정이 접수되어 더 실행한 것이 없습니다. 다른 승인자를 기다리고 있습니다.',
  'your roles do not allow this. Nothing was done; the attempt is recorded. Ask an operator.':
    '현재 역할로는 할 수 없습니다. 아무것도 실행하지 않았으며, 이 시도는 기록되었습니다. 운영자에게 요청하십시오.',
  'it is too late to cancel here: no planned failover job runs or waits any more. Nothing was done. Decline the next question if it must not go on.':
    '여기서는 취소하기에 너무 늦었습니다. 실행 중이거나 대기 중인 계획된 장애 조치 작업이 더 이상 없습니다. 아무것도 실행하지 않았습니다. 계속 진행하면 안 되는 경우 다음 질문을 거절하십시오.',
  'it is being cancelled already, so nothing was done.':
    '이미 취소하는 중이므로 아무것도 실행하지 않았습니다.',
  'it has ended, so nothing was done.': '이미 종료되어 아무것도 실행하지 않았습니다.',
  'it has ended, so nothing was done. {summary}':
    '이미 종료되어 아무것도 실행하지 않았습니다. {summary}',
  'it is on hold already, so nothing was done. Its message in the channel has the choices.':
    '이미 보류 중이므로 아무것도 실행하지 않았습니다. 채널의 메시지에 선택지가 있습니다.',
  'this needs a reason, so nothing was done: /failback ask-now {id} <reason>':
    '이유가 필요하므로 아무것도 실행하지 않았습니다: /failback ask-now {id} <이유>',
  'this needs a reason, so nothing was done: /failback choose {id} <choice> <reason>':
    '이유가 필요하므로 아무것도 실행하지 않았습니다: /failback choose {id} <선택지> <이유>',
  'Azure is being asked right now, and the outcome has to be known first. Nothing was done. Try again in a minute.':
    '지금 Azure에 요청하는 중이며, 먼저 그 결과를 알아야 합니다. 아무것도 실행하지 않았습니다. 1분 후에 다시 시도하십시오.',
  'it does not wait for a maintenance window, so nothing was done.':
    '유지 관리 기간을 기다리고 있지 않으므로 아무것도 실행하지 않았습니다.',
  'that is not one of the choices. Nothing was done. Choices: {choices}.':
    '선택지에 없는 값입니다. 아무것도 실행하지 않았습니다. 선택지: {choices}.',
  'it is on hold, so there is nothing to approve or decline. Nothing was done. Choose in the message on hold in the channel.':
    '보류 중이므로 승인하거나 거절할 것이 없습니다. 아무것도 실행하지 않았습니다. 채널의 보류 메시지에서 선택하십시오.',
  'no question is open, so nothing was done. When a decision is needed, the bot asks in the channel.':
    '열려 있는 질문이 없으므로 아무것도 실행하지 않았습니다. 결정이 필요하면 봇이 채널에서 묻습니다.',
  'it is not on hold, so there is nothing to choose. Nothing was done. It waits for a decision about {question}: approve or decline it.':
    '보류 중이 아니므로 선택할 것이 없습니다. 아무것도 실행하지 않았습니다. {question}에 대한 결정을 기다리고 있습니다. 승인하거나 거절하십시오.',
  'Question about {question}: approved by {names}, {at}':
    '{question}에 대한 질문: 승인함({names}), {at}',
  'Question about {question}: declined by {names}, {at}':
    '{question}에 대한 질문: 거절함({names}), {at}',
  'Question about {question}: expired without a decision, {at}':
    '{question}에 대한 질문: 결정 없이 만료됨, {at}',
  'Question about {question}: withdrawn, the situation has changed, {at}':
    '{question}에 대한 질문: 상황이 바뀌어 철회됨, {at}',
  'Question about {question}: approved by {names}, but void: something changed, or the approval was not used in time. It is asked again, {at}':
    '{question}에 대한 질문: 승인되었지만({names}) 무효입니다. 상태가 바뀌었거나 승인이 제때 사용되지 않았습니다. 다시 묻습니다, {at}',
};

import type { Translations } from './translations.ts';

/** Maintenance windows and reminders. */
export const REMINDERS: Translations = {
  'Ready: {vm} waits for the maintenance window': '준비됨: {vm} VM이 유지 관리 기간을 기다립니다',
  'The bot will ask about {question} at {time}.': '봇이 {time}에 결정을 묻습니다: {question}.',
  'Maintenance window': '유지 관리 기간',
  'Until then': '그때까지',
  'Nothing is called.': '아무것도 호출하지 않습니다.',
  '{id}. Nothing has to be decided before that time.': '{id}. 그 시각 전에는 결정할 것이 없습니다.',
  'The data is synchronized. The Azure VM keeps running.':
    '데이터가 동기화되어 있습니다. Azure VM은 계속 실행됩니다.',
  'An approver who did not start it can have it asked now, with a reason. Press Ask now, or type {command} and the reason':
    '시작하지 않은 승인자는 이유를 밝히고 지금 묻게 할 수 있습니다. [지금 묻기]를 누르거나 다음 뒤에 이유를 붙여 입력하십시오: {command}',
  'Ready: VMs of {run} wait for the maintenance window':
    '준비됨: {run}의 VM들이 유지 관리 기간을 기다립니다',
  '{id}: was ready': '{id}: 준비되어 있었음',
  'The wait for the maintenance window is over.': '유지 관리 기간 대기가 끝났습니다.',
  'Nothing is left to decide here; the board shows where it is.':
    '여기에서 결정할 것은 없습니다. 진행 상태는 현황판에 있습니다.',
  'Reminder: {vm} waits for a decision about {question}':
    '알림: {vm} VM이 결정을 기다립니다: {question}',
  'Asked at {asked}. It expires at {expires}.': '질문 시각: {asked}. 만료 시각: {expires}.',
  '{id}, question {number}. Decide in the message that asks, further up in the channel, or type {command}':
    '{id}, 질문 {number}. 채널 위쪽의 질문 메시지에서 결정하거나 다음을 입력하십시오: {command}',
  'Reminder: {vm} is on hold and waits for a choice':
    '알림: {vm} VM이 보류 중이며 선택을 기다립니다',
  'On hold since {time}.': '보류 시작: {time}.',
  '{id}, question {number}. The choices are in the message on hold, further up in the channel. The bot does nothing until somebody chooses.':
    '{id}, 질문 {number}. 선택지는 채널 위쪽의 보류 메시지에 있습니다. 누군가 선택할 때까지 봇은 아무것도 하지 않습니다.',
  '{id}: a reminder that is answered': '{id}: 답변이 끝난 알림',
  'Nothing is left to decide here.': '여기에서 결정할 것은 없습니다.',
  'Reminder: a wave of {run} waits for an answer': '알림: {run}의 묶음 하나가 답변을 기다립니다',
  '{run}, wave {wave}. Decide in the message that asks, further up in the channel.':
    '{run}, {wave}번째 묶음. 채널 위쪽의 질문 메시지에서 결정하십시오.',
  'The maintenance window opens at {time}.': '유지 관리 기간이 시작됩니다: {time}.',
  'No downtime begins after {time}.': '이 시각 이후에는 가동 중지를 시작하지 않습니다: {time}.',
  'The bot will ask about {question}: {vms}': '봇이 {question}에 대해 묻습니다: {vms}',
};

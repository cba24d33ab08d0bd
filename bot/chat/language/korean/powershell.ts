import type { Translations } from './translations.ts';

/** Why the way to an on-premises server, through PowerShell, gave no answer; and why a call to Azure was not taken. */
export const POWERSHELL: Translations = {
  'the connection to Azure': 'Azure 연결',
  'no answer within {seconds} s': '{seconds}초 안에 응답 없음',
  'it is not an item of the vault {vault}': '{vault} 자격 증명 모음의 항목이 아님',
  'it is not a recovery plan of the vault {vault}': '{vault} 자격 증명 모음의 복구 계획이 아님',
  'the VM is not known to its Hyper-V host or VMM server':
    'Hyper-V 호스트나 VMM 서버에 이 VM이 없음',
  'The answer of PowerShell cannot be read.': 'PowerShell의 응답을 읽을 수 없습니다.',
  'The answer of PowerShell cannot be read: “{problem}”':
    'PowerShell의 응답을 읽을 수 없습니다: “{problem}”',
  'The server did not say why.': '서버가 이유를 알려 주지 않았습니다.',
  'Nothing was sent to PowerShell: “{problem}”':
    'PowerShell에 아무것도 보내지 않았습니다: “{problem}”',
  'Too many calls wait for {server}.': '{server} 서버를 기다리는 호출이 너무 많습니다.',
  '{server} did not answer {count} times in a row. It is asked again in {seconds} s.':
    '{server} 서버가 {count}번 연속 응답하지 않았습니다. {seconds}초 후에 다시 연결합니다.',
  'The answer is about something else than what was asked for.':
    '응답이 요청한 것과 다른 것에 대한 내용입니다.',
  'it ended': '종료됨',
  'PowerShell was not found': 'PowerShell을 찾을 수 없음',
  'PowerShell may not be run by this account': '이 계정에는 PowerShell을 실행할 권한이 없음',
  'it could not be started ({code})': '시작할 수 없음({code})',
  'it was ended by {signal}': '신호로 종료됨({signal})',
  'it ended with code {code}': '종료 코드 {code}',
  'The connection to PowerShell was closed.': 'PowerShell 연결이 닫혔습니다.',
  'PowerShell failed several times and is not started for another {seconds} s.':
    'PowerShell이 여러 번 실패하여 {seconds}초 동안 시작하지 않습니다.',
  'PowerShell could not be started: {why}.': 'PowerShell을 시작하지 못했습니다: {why}.',
  'PowerShell ended the command without an answer.': 'PowerShell이 응답 없이 명령을 끝냈습니다.',
  'No answer came within {seconds} s.': '{seconds}초 안에 응답이 없었습니다.',
  'PowerShell wrote far more than an answer.': 'PowerShell이 응답보다 훨씬 많은 내용을 보냈습니다.',
  'PowerShell failed: {why}.': 'PowerShell이 실패했습니다: {why}.',
  'the system refused': '시스템이 거부함',
  'it does not know the module of the bot': '봇의 모듈이 없음',
  'its handshake cannot be read': '첫 응답을 읽을 수 없음',
  'its module belongs to another version of the bot': '모듈이 봇의 다른 버전에 속함',
  'it runs in {mode} and not in FullLanguage': '언어 모드가 FullLanguage가 아니라 {mode}',
  'it was not ready within {seconds} s (it must run in FullLanguage)':
    '{seconds}초 안에 준비되지 않음(FullLanguage 모드여야 함)',
  'it does not say when a command has ended': '명령이 끝난 것을 알려 주지 않음',
  'it wrote too much': '출력이 너무 많음',
};

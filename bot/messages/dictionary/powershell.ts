import type { PowershellCodes } from '../../failback/words/powershell.ts';
import type { WordsOf } from './words-of.ts';

export const POWERSHELL_CODE_WORDS = {
  shellEnded: { en: 'it ended', ko: '종료됨' },
  shellNotFound: { en: 'PowerShell was not found', ko: 'PowerShell을 찾을 수 없음' },
  shellNotPermitted: {
    en: 'PowerShell may not be run by this account',
    ko: '이 계정에는 PowerShell을 실행할 권한이 없음',
  },
  shellNotStarted: { en: 'it could not be started ({code})', ko: '시작할 수 없음({code})' },
  shellEndedBySignal: { en: 'it was ended by {signal}', ko: '신호로 종료됨({signal})' },
  shellEndedWithCode: { en: 'it ended with code {code}', ko: '종료 코드 {code}' },
  sessionRefused: { en: 'the system refused', ko: '시스템이 거부함' },
  moduleNotKnown: { en: 'it does not know the module of the bot', ko: '봇의 모듈이 없음' },
  handshakeUnreadable: { en: 'its handshake cannot be read', ko: '첫 응답을 읽을 수 없음' },
  moduleOfOtherVersion: {
    en: 'its module belongs to another version of the bot',
    ko: '모듈이 봇의 다른 버전에 속함',
  },
  wrongLanguageMode: {
    en: 'it runs in {mode} and not in FullLanguage',
    ko: '언어 모드가 FullLanguage가 아니라 {mode}',
  },
  shellNotReadyWithin: {
    en: 'it was not ready within {seconds} s (it must run in FullLanguage)',
    ko: '{seconds}초 안에 준비되지 않음(FullLanguage 모드여야 함)',
  },
  commandEndNotSaid: {
    en: 'it does not say when a command has ended',
    ko: '명령이 끝난 것을 알려 주지 않음',
  },
  shellWroteTooMuch: { en: 'it wrote too much', ko: '출력이 너무 많음' },
  shellClosed: {
    en: 'The connection to PowerShell was closed.',
    ko: 'PowerShell 연결이 닫혔습니다.',
  },
  shellPaused: {
    en: 'PowerShell failed several times and is not started for another {seconds} s.',
    ko: 'PowerShell이 여러 번 실패하여 {seconds}초 동안 시작하지 않습니다.',
  },
  shellStartFailed: {
    en: 'PowerShell could not be started: {why}.',
    ko: 'PowerShell을 시작하지 못했습니다: {why}.',
  },
  commandWithoutAnswer: {
    en: 'PowerShell ended the command without an answer.',
    ko: 'PowerShell이 응답 없이 명령을 끝냈습니다.',
  },
  commandTimedOut: {
    en: 'No answer came within {seconds} s.',
    ko: '{seconds}초 안에 응답이 없었습니다.',
  },
  answerTooLong: {
    en: 'PowerShell wrote far more than an answer.',
    ko: 'PowerShell이 응답보다 훨씬 많은 내용을 보냈습니다.',
  },
  shellFailed: { en: 'PowerShell failed: {why}.', ko: 'PowerShell이 실패했습니다: {why}.' },
  answerUnreadable: {
    en: 'The answer of PowerShell cannot be read.',
    ko: 'PowerShell의 응답을 읽을 수 없습니다.',
  },
  answerInvalid: {
    en: 'The answer of PowerShell cannot be read: “{problem}”',
    ko: 'PowerShell의 응답을 읽을 수 없습니다: “{problem}”',
  },
  reasonNotSaid: { en: 'The server did not say why.', ko: '서버가 이유를 알려 주지 않았습니다.' },
  commandNotSent: {
    en: 'Nothing was sent to PowerShell: “{problem}”',
    ko: 'PowerShell에 아무것도 보내지 않았습니다: “{problem}”',
  },
  tooManyCalls: {
    en: 'Too many calls wait for {server}.',
    ko: '{server} 서버를 기다리는 호출이 너무 많습니다.',
  },
  serverPaused: {
    en: '{server} did not answer {count} times in a row. It is asked again in {seconds} s.',
    ko: '{server} 서버가 {count}번 연속 응답하지 않았습니다. {seconds}초 후에 다시 연결합니다.',
  },
  answerToOtherQuestion: {
    en: 'The answer is about something else than what was asked for.',
    ko: '응답이 요청한 것과 다른 것에 대한 내용입니다.',
  },
} as const satisfies WordsOf<PowershellCodes>;

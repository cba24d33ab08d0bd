import type { Wording } from '../../chat/language/languages.ts';

/** States and verdicts of Azure and of Hyper-V that people meet, by the names that those give them. Others stay as they are. */
export const STATE_WORDS: Readonly<Record<string, Wording>> = {
  // Of a VM in Hyper-V.
  Off: { en: 'Off', ko: '꺼짐' },
  Running: { en: 'Running', ko: '실행 중' },
  Saved: { en: 'Saved', ko: '저장됨' },
  Paused: { en: 'Paused', ko: '일시 중지됨' },
  Starting: { en: 'Starting', ko: '시작 중' },
  Stopping: { en: 'Stopping', ko: '중지 중' },
  // Of a job in Azure.
  NotStarted: { en: 'NotStarted', ko: '시작 전' },
  InProgress: { en: 'InProgress', ko: '진행 중' },
  Suspended: { en: 'Suspended', ko: '대기 중' },
  Succeeded: { en: 'Succeeded', ko: '성공' },
  PartiallySucceeded: { en: 'PartiallySucceeded', ko: '일부 성공' },
  CompletedWithInformation: { en: 'CompletedWithInformation', ko: '완료(정보 있음)' },
  Failed: { en: 'Failed', ko: '실패' },
  Cancelling: { en: 'Cancelling', ko: '취소 중' },
  Cancelled: { en: 'Cancelled', ko: '취소됨' },
  // Of replication.
  Replicating: { en: 'Replicating', ko: '복제 중' },
  Normal: { en: 'Normal', ko: '정상' },
  Warning: { en: 'Warning', ko: '경고' },
  Critical: { en: 'Critical', ko: '위험' },
  // Of a server.
  Connected: { en: 'Connected', ko: '연결됨' },
  Disconnected: { en: 'Disconnected', ko: '연결 끊김' },
  NotConnected: { en: 'NotConnected', ko: '연결되지 않음' },
  Latest: { en: 'Latest', ko: '최신' },
  NotLatest: { en: 'NotLatest', ko: '최신 아님' },
  UpdateRequired: { en: 'UpdateRequired', ko: '업데이트 필요' },
  Expired: { en: 'Expired', ko: '지원 만료' },
};

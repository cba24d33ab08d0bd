import type { Failback } from './failback.ts';

/** Whether the call may be with Azure without anybody knowing what became of it. */
export const isCallUnderWay = ({ call }: Failback): boolean =>
  call?.status === 'intended' || call?.status === 'uncertain';

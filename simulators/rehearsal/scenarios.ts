import type { Scenario } from './scenario.ts';
import { anotherServer } from './scenarios/another-server.ts';
import { beforeFailover } from './scenarios/before-failover.ts';
import { cancel } from './scenarios/cancel.ts';
import { fullDownload } from './scenarios/full-download.ts';
import { plan } from './scenarios/plan.ts';
import { waves } from './scenarios/waves.ts';

/** Every way home that can be rehearsed; the first one is played where none is named. */
export const SCENARIOS = [
  beforeFailover,
  fullDownload,
  plan,
  waves,
  anotherServer,
  cancel,
] as const satisfies readonly Scenario[];

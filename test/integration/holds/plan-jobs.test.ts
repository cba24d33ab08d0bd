import { describe } from 'vitest';
import { playAll } from './every-hold.ts';
import { PLAN_SCENE } from './plan-scene.ts';
import { playsOfJobs } from './plays-of-jobs.ts';

describe('what may become of a job, for a recovery plan', () =>
  playAll(playsOfJobs('plan shop', 'shop'), PLAN_SCENE));

import { describe } from 'vitest';
import { playAll } from './every-hold.ts';
import { PLAN_SCENE } from './plan-scene.ts';
import { playsOfJobs } from './plays-of-jobs.ts';
import { playsOfPeople } from './plays-of-people.ts';
import { playsOfProtection } from './plays-of-protection.ts';

describe('what may become of a job, for a recovery plan', () =>
  playAll(playsOfJobs('plan shop', 'shop'), PLAN_SCENE));
describe('what people do, for a recovery plan', () =>
  playAll(playsOfPeople('plan shop', 'shop'), PLAN_SCENE));
describe('what may become of the protection, for a recovery plan', () =>
  playAll(playsOfProtection('plan shop', 'shop'), PLAN_SCENE));

import { describe } from 'vitest';
import { playAll } from './every-hold.ts';
import { playsOfJobs } from './plays-of-jobs.ts';
import { playsOfPeople } from './plays-of-people.ts';
import { playsOfProtection } from './plays-of-protection.ts';

describe('what may become of a job, for a VM', () => playAll(playsOfJobs('web-01', 'web-01')));
describe('what people do, for a VM', () => playAll(playsOfPeople('web-01', 'web-01')));
describe('what may become of the protection, for a VM', () =>
  playAll(playsOfProtection('web-01', 'web-01')));

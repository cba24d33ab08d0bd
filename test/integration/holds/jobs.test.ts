import { describe } from 'vitest';
import { playAll } from './every-hold.ts';
import { playsOfJobs } from './plays-of-jobs.ts';

describe('what may become of a job, for a VM', () => playAll(playsOfJobs('web-01', 'web-01')));

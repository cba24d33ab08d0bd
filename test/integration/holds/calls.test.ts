import { describe } from 'vitest';
import { playAll } from './every-hold.ts';
import { PLAN_SCENE } from './plan-scene.ts';
import { playsOfCalls } from './plays-of-calls.ts';

describe('what may become of a call, for a VM', () => playAll(playsOfCalls('web-01', 'web-01')));
describe('what may become of a call, for a recovery plan', () =>
  playAll(playsOfCalls('plan shop', 'shop'), PLAN_SCENE));

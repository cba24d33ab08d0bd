import { describe } from 'vitest';
import { playAll } from './every-hold.ts';
import { PLAYS_OF_OTHERS } from './plays-of-others.ts';
import { PLAYS_ON_PREMISES } from './plays-on-premises.ts';

describe('what may happen on-premises', () => playAll(PLAYS_ON_PREMISES));
describe('what others have begun', () => playAll(PLAYS_OF_OTHERS));

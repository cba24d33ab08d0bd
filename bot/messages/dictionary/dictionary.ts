import type { Dictionary } from '../../chat/language/dictionary.ts';
import { CODE_WORDS } from './codes.ts';
import { NAME_WORDS } from './names.ts';
import { STAGE_WORDS } from './stages.ts';
import { STATE_WORDS } from './states.ts';

/** The words of all that the domain says. */
export const DICTIONARY: Dictionary = {
  codes: CODE_WORDS,
  states: STATE_WORDS,
  stages: STAGE_WORDS,
  names: NAME_WORDS,
};

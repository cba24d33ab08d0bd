import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { HoldChoice } from '../../failback/state/holds.ts';
import { choiceLabel } from './choice-label.ts';

/** A way out of a hold: what it does, and how it is typed. `id` of the failback or of the run. */
export const choiceWords = (choice: HoldChoice, id: string): Phrase =>
  phrase('{label}: {meaning} Or type {command}', {
    label: { bold: choiceLabel(choice) },
    meaning: choice.means,
    command: { verbatim: `/failback choose ${id} ${choice.name}` },
  });

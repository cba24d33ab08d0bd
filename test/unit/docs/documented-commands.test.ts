import { describe, expect, it } from 'vitest';
import {
  documentedCommands,
  ELSEWHERE,
  PAGES,
  STEPS,
  TRIALS,
} from '../../../tools/installation/documented-commands.ts';

const known = [...Object.keys(STEPS), ...Object.keys(TRIALS), ...ELSEWHERE];
const documented = PAGES.flatMap(documentedCommands);

describe('the commands of the pages for an installation', () => {
  it.each(PAGES)('%s has none that npm run try:installation would not try', (page) => {
    expect(documentedCommands(page).filter((command) => !known.includes(command))).toEqual([]);
  });

  it('are all still documented', () => {
    expect(known.filter((command) => !documented.includes(command))).toEqual([]);
  });

  it('are installed by the steps of the page, in its order', () => {
    const steps = documentedCommands('docs/install.md').filter((command) => command in STEPS);

    expect(steps).toEqual(Object.keys(STEPS));
  });
});

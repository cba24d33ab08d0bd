import { z } from 'zod';
import { settings } from './sections/settings.ts';

/** The settings as a JSON Schema for editors: the text of `failback.schema.json`. */
export function editorSchema(): string {
  // Draft 7 is what the YAML language server reads.
  const schema = z.toJSONSchema(settings, { io: 'input', target: 'draft-7' });
  return `${oneLineLists(JSON.stringify({ title: 'failback.yaml', ...schema }, null, 2))}\n`;
}

/** The formatter of this project wants short lists on one line; the file then needs no second tool. */
function oneLineLists(json: string): string {
  const listOfWords = /\[\s+("[\w.]*"(?:,\s+"[\w.]*")*)\s+\]/g;
  return json.replace(listOfWords, (_, entries: string) => `[${entries.replace(/\s+/g, ' ')}]`);
}

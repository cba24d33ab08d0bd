import { writeFileSync } from 'node:fs';
import { editorSchema } from '../bot/config/editor-schema.ts';

/** Writes the JSON Schema for editors anew. Run: npm run schema */
writeFileSync(new URL('../failback.schema.json', import.meta.url), editorSchema());

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import type { CardNode } from '../wire.ts';

/** The official renderer publishes modules that Node cannot import; its bundle it can. */
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

/** https://github.com/microsoft/AdaptiveCards: `schemas/1.5.0/adaptive-card.json`, put beside the repository. */
const SCHEMA = new URL('../../../../shared/schemas/adaptive-card.1.5.0.json', import.meta.url);

/** What the official renderer has to say against a card, read as version 1.5; empty when it has nothing. */
export function rendererComplaints(card: CardNode): string[] {
  const parsed = new AdaptiveCard();
  const context = new SerializationContext(Versions.v1_5);
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_none, at) => context.getEventAt(at));
  const { validationEvents } = parsed.validateProperties();
  return [...events, ...validationEvents].map(({ message }) => message);
}

/** Whether the official schema is there to judge by. */
export const hasCardSchema = existsSync(SCHEMA);

let validate: ValidateFunction | undefined;

/** What the official schema of version 1.5 has to say against a card. Only where the schema is there. */
export function schemaComplaints({ msteams: _known, ...card }: CardNode): string[] {
  validate ??= compile();
  // What Teams alone understands stands under a name that the schema does not have.
  if (validate(card)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The schema calls itself draft 6, but has its name in `id`, as draft 4 has it. */
function compile(): ValidateFunction {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json'));
  const { id: _name, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  return ajv.compile(schema);
}

import { z } from 'zod';
import { messageBlocks, modal } from './block-kit-schema.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

/** Everything about these message blocks that Slack would refuse; empty when there is nothing. */
export function blockProblems(blocks: unknown): string[] {
  const problems = [...schemaProblems(messageBlocks, blocks), ...identifierProblems(blocks)];
  const size = blockSize(blocks);
  if (size > SLACK_LIMITS.messageSize) problems.push(`blocks: ${size} characters in all`);
  return problems;
}

/** Everything about this modal that Slack would refuse; empty when there is nothing. */
export function viewProblems(view: unknown): string[] {
  const blocks = z.object({ blocks: z.unknown() }).safeParse(view).data?.blocks;
  return [...schemaProblems(modal, view), ...identifierProblems(blocks)];
}

/** Characters that count towards the size of a message, on the safe side: all of the JSON, escaped. */
export function blockSize(value: unknown): number {
  const json = JSON.stringify(value) ?? '';
  return json.length + 4 * (json.match(/[&<>]/g)?.length ?? 0);
}

function schemaProblems(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
}

const identified = z.array(
  z.object({
    block_id: z.string().optional(),
    elements: z.array(z.object({ action_id: z.string().optional() })).optional(),
  }),
);

/** `block_id` must be unique in a message or view, `action_id` in its block. */
function identifierProblems(blocks: unknown): string[] {
  const known = identified.safeParse(blocks).data ?? [];
  const repeatedBlocks = repeated(known.map((block) => block.block_id));
  const repeatedActions = known.flatMap((block) =>
    repeated((block.elements ?? []).map((element) => element.action_id)),
  );
  return [
    ...repeatedBlocks.map((id) => `block_id ${id} is used twice`),
    ...repeatedActions.map((id) => `action_id ${id} is used twice`),
  ];
}

function repeated(ids: readonly (string | undefined)[]): string[] {
  const known = ids.filter((id) => id !== undefined);
  return known.filter((id, index) => known.indexOf(id) !== index);
}

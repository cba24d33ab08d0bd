import { z } from 'zod';

/** What the module says to one request. */
export type ShellAnswer = z.infer<typeof answerSchema>;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ id: z.string(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.string(),
    ok: z.literal(false),
    error: z.object({
      kind: z.enum(['unreachable', 'forbidden', 'absent', 'failed']),
      id: z.string().default(''),
      type: z.string().default(''),
      message: z.string().default(''),
    }),
  }),
]);

/** An answer is some kilobytes; a shell that writes more than this has gone wrong. Characters. */
const MOST_OUTPUT = 4 * 1024 * 1024;

/** Enough of what went to standard error to see in the log what was wrong. Characters. */
const KEPT_OF_ERRORS = 2_000;

/**
 * Listens to a shell during one call. The one sign of success is an envelope that carries the call's id, whatever else
 * is written around it: banners, warnings, escape codes, a byte order mark, the late answer to another call.
 */
export class AnswerReader {
  readonly id: string;
  private output = '';
  private errors = '';
  private heard = 0;

  constructor(id: string) {
    this.id = id;
  }

  takeOutput(text: string): void {
    this.heard += text.length;
    if (!this.isFlooded) this.output += text;
  }

  takeError(text: string): void {
    this.heard += text.length;
    if (this.errors.length < KEPT_OF_ERRORS) this.errors += text.slice(0, KEPT_OF_ERRORS);
  }

  get isFlooded(): boolean {
    return this.heard > MOST_OUTPUT;
  }

  /** For the log, without the marks of the line's beginning and end. */
  get errorOutput(): string {
    return this.errors.replaceAll(/^[0-9A-Za-z]{16}$/gm, '').trim();
  }

  /** Whether the answer is there, though the shell may not have said yet that it is done. */
  get isComplete(): boolean {
    const start = this.output.indexOf(`<<FB:${this.id}:`);
    return start !== -1 && this.output.indexOf(':FB>>', start) !== -1;
  }

  /** Undefined when there is none; `unreadable` when there is one that says nothing, or more than one. */
  read(): ShellAnswer | 'unreadable' | undefined {
    if (!this.isComplete) return undefined;
    const [first, ...others] = this.output.split(`<<FB:${this.id}:`).slice(1);
    const [payload] = first?.split(':FB>>') ?? [];
    if (payload === undefined || others.length > 0) return 'unreadable';
    const { data } = answerSchema.safeParse(decode(payload));
    return data?.id === this.id ? data : 'unreadable';
  }
}

/** PowerShell writes absent fields as null: they are left out, as our records do. Undefined for what is no JSON. */
function decode(payload: string): unknown {
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(payload, 'base64'));
    return JSON.parse(json, (_, value) => value ?? undefined);
  } catch {
    return undefined;
  }
}

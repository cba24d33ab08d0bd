import type { Act } from './shell-messages.ts';

/** What can go wrong with one call. `isTaken` says whether the operation was carried out before. */
export type Habit =
  | { readonly kind: 'hang'; readonly isTaken?: boolean }
  | { readonly kind: 'exit'; readonly code: number; readonly isTaken?: boolean }
  /** Answers, and ends before it says that it is done. */
  | { readonly kind: 'exitAfterAnswer'; readonly code: number }
  | { readonly kind: 'hangAfterAnswer' }
  | { readonly kind: 'wrongId' }
  | { readonly kind: 'twice' }
  /** The answer is no JSON. */
  | { readonly kind: 'garbled' }
  /** The answer holds this in place of the value. */
  | { readonly kind: 'value'; readonly value: unknown }
  /** The answer is cut off. */
  | { readonly kind: 'half' }
  | { readonly kind: 'silent' }
  /** Takes the line for incomplete and reads on. */
  | { readonly kind: 'readOn' }
  | { readonly kind: 'noise' }
  /** The answer comes in pieces of so many characters. */
  | { readonly kind: 'pieces'; readonly size: number; readonly gapMs: number }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Writes so many characters before it answers. */
  | { readonly kind: 'flood'; readonly characters: number };

export interface Envelope {
  readonly id: string;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: object;
}

/** What a shell does to give an answer, in its habit. */
export function actsOf(envelope: Envelope, habit: Habit | undefined): readonly Act[] {
  const answer = say(written(envelope));
  switch (habit?.kind) {
    case undefined:
      return [answer];
    case 'hang':
      return [{ kind: 'hang' }];
    case 'readOn':
      return [{ kind: 'readOn' }];
    case 'silent':
      return [];
    case 'exit':
      return [{ kind: 'exit', code: habit.code }];
    case 'exitAfterAnswer':
      return [answer, { kind: 'pause', ms: 20 }, { kind: 'exit', code: habit.code }];
    case 'hangAfterAnswer':
      return [answer, { kind: 'hang' }];
    case 'wrongId':
      return [say(written({ ...envelope, id: '00000000-0000-4000-8000-000000000000' }))];
    case 'twice':
      return [answer, answer];
    case 'garbled':
      return [say(`<<FB:${envelope.id}:////:FB>>\n`)];
    case 'value':
      return [say(written({ ...envelope, value: habit.value }))];
    case 'half':
      return [say(written(envelope).slice(0, 60))];
    case 'noise':
      return [
        say('WARNING: the disk is 한글 😀\r\n\u001b[33;1m'),
        { kind: 'say', stream: 'stderr', text: '<Objs Version="1.1.0.1">progress</Objs>\n' },
        answer,
        say('VERBOSE: done\n<<FB:'),
      ];
    case 'pieces':
      return piecesOf(written(envelope), habit.size).flatMap((piece): Act[] => [
        say(piece),
        { kind: 'pause', ms: habit.gapMs },
      ]);
    case 'slow':
      return [{ kind: 'pause', ms: habit.ms }, answer];
    case 'flood':
      return [say('x'.repeat(habit.characters)), answer];
  }
}

/** Whether the operation is carried out, though its answer is lost. */
export function isCarriedOut(habit: Habit | undefined): boolean {
  if (habit?.kind === 'hang' || habit?.kind === 'exit') return habit.isTaken === true;
  return habit?.kind !== 'readOn';
}

function written(envelope: Envelope): string {
  const payload = Buffer.from(JSON.stringify(envelope), 'utf8').toString('base64');
  return `<<FB:${envelope.id}:${payload}:FB>>\n`;
}

function say(text: string): Act {
  return { kind: 'say', stream: 'stdout', text };
}

function piecesOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
}

import type { CommandContext } from '../../bot/chat/command-context.ts';
import { shownName } from '../../bot/chat/message/shorten.ts';
import { ConflictError } from '../../bot/failback/ports/errors.ts';
import type { EventOf } from '../../bot/failback/state/events.ts';
import { coded } from '../../bot/failback/words/coded.ts';

/** Ids are short, to be read out: now and then a new one is taken already. */
const MAX_ID_ATTEMPTS = 5;

/**
 * Writes the request down under an id that is not taken yet, and says which. Throws `ConflictError` `targetBusy` when the VM
 * has an open failback.
 */
export async function openFailback(
  requested: EventOf<'requested'>,
  desk: CommandContext,
): Promise<string> {
  try {
    return await store(requested, desk);
  } catch (error) {
    throw isConflict(error, 'targetBusy') ? alreadyOpen(requested.target.name, error) : error;
  }
}

async function store(requested: EventOf<'requested'>, desk: CommandContext): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const id = desk.newFailbackId();
    try {
      await desk.failbacks.begin(id, requested, desk.clock.now());
      return id;
    } catch (error) {
      if (!isConflict(error, 'revision') || attempt === MAX_ID_ATTEMPTS) throw error;
    }
  }
}

const isConflict = (error: unknown, code: string): error is ConflictError =>
  error instanceof ConflictError && error.code === code;

function alreadyOpen(vm: string, error: ConflictError): ConflictError {
  const { failbackId = '' } = error;
  return new ConflictError(
    'targetBusy',
    coded('vmHasOpenFailback', { vm: shownName(vm), failback: failbackId }),
    { cause: error, ...(failbackId !== '' && { failbackId }) },
  );
}

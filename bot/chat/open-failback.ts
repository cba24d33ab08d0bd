import { ConflictError } from '../failback/errors.ts';
import type { EventOf } from '../failback/events.ts';
import { coded } from '../failback/words/coded.ts';
import type { Desk } from './desk.ts';
import { shownName } from './shorten.ts';

/** Ids are short, to be read out: now and then a new one is taken already. */
const MAX_ID_ATTEMPTS = 5;

/**
 * Writes the request down under an id that is not taken yet, and says which. Throws `ConflictError` `targetBusy` when the VM
 * has an open failback.
 */
export async function openFailback(requested: EventOf<'requested'>, desk: Desk): Promise<string> {
  try {
    return await store(requested, desk);
  } catch (error) {
    throw isConflict(error, 'targetBusy') ? alreadyOpen(requested.target.name, error) : error;
  }
}

async function store(requested: EventOf<'requested'>, desk: Desk): Promise<string> {
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

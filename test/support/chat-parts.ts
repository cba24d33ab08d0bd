import { pino } from 'pino';
import { Directory } from '../../bot/access/directory.ts';
import { Speakers } from '../../bot/chat/speakers.ts';
import { DICTIONARY } from '../../bot/messages/dictionary/dictionary.ts';
import { MovableClock } from './movable-clock.ts';

/** Who a person is on a chat platform. */
type IdentityOf = (person: 'mina' | 'jun') => { readonly slack?: string; readonly teams?: string };

/** The settings that do not depend on the chat platform, with a clock that can be moved and a log that is kept. */
export function chatParts(identityOf: IdentityOf) {
  const clock = new MovableClock();
  const logLines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) });
  const directory = new Directory([
    { id: 'mina', name: 'Mina Example', roles: ['operator'], identities: identityOf('mina') },
    { id: 'jun', name: 'Jun Sample', roles: ['approver'], identities: identityOf('jun') },
    { id: 'ada', name: 'Ada Placeholder', roles: ['viewer'], identities: {} },
  ]);
  const settings = {
    http: { port: 0 },
    directory,
    speakers: new Speakers([], DICTIONARY),
    log,
    clock,
  };
  return { clock, logLines, settings };
}

import type { Command, CommandRequest, Reply } from '../bot/chat/command.ts';
import type { CommandContext } from '../bot/chat/command-context.ts';
import { InputError } from '../bot/chat/input-error.ts';
import { phrase, type Words } from '../bot/chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, say } from '../bot/chat/message/say.ts';
import { shorten } from '../bot/chat/message/shorten.ts';
import { AccessError } from '../bot/failback/ports/errors.ts';
import type {
  DownloadSnapshot,
  HostAnswer,
  HypervHost,
} from '../bot/failback/ports/hyperv-host.ts';
import { serversOf } from '../bot/failback/state/coming-home.ts';
import { hasRole } from '../bot/failback/state/roles.ts';
import { coded } from '../bot/failback/words/coded.ts';
import { hostAnswerWords } from './ask/host-answer-words.ts';
import { findHost } from './find/find-host.ts';

/** What the agent takes: https://learn.microsoft.com/azure/site-recovery/hyper-v-deployment-planner-overview */
const MOST = 32;

/** What it uses where the value does not exist. */
const DEFAULT = 4;

export const threads: Command = {
  name: 'threads',
  usage: phrase('<server> [1-32 or default]'),
  summary: phrase(
    'How many download threads a failback uses on a server; with a number, change it.',
  ),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const [name = '', wanted] = request.words;
    const host = findHost(name, desk);
    return wanted === undefined
      ? show(host, await host.readDownload())
      : change(host, wanted, request, desk);
  },
};

function show(host: HypervHost, answer: HostAnswer<DownloadSnapshot>): Reply {
  if (answer.outcome !== 'ok') return say({ bold: host.name }, ': ', ...hostAnswerWords(answer));
  const { throttleKbps } = answer.value;
  return compose(
    paragraph(
      phrase('{server}: download threads for each VM: {threads}.', {
        server: { bold: host.name },
        threads: threadWords(answer.value),
      }),
    ),
    throttleKbps === undefined
      ? undefined
      : paragraph(
          phrase(
            'The agent may use {limit} kbit/s, at some hours at least. More threads do not help against that limit.',
            { limit: throttleKbps },
          ),
        ),
    note(
      phrase(
        'An operator can change it, for every VM on this server: /failback threads {server} 16',
        { server: host.name },
      ),
    ),
  );
}

const threadWords = ({ threads: own }: DownloadSnapshot): Words =>
  own === undefined ? phrase('{threads}, the default', { threads: DEFAULT }) : `${own}`;

async function change(
  host: HypervHost,
  wanted: string,
  { actor, person }: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  requireOperator(person?.roles ?? []);
  const answer = await desk.setThreads(host, countOf(wanted), actor);
  if (answer.outcome !== 'ok') {
    return compose(
      paragraph({ bold: host.name }, ': ', ...hostAnswerWords(answer)),
      note(phrase('Look at what it is now: /failback threads {server}', { server: host.name })),
    );
  }
  const open = await desk.failbacks.listOpen();
  const here = open.filter((failback) => serversOf(failback).includes(host.name)).length;
  return compose(
    paragraph(
      phrase('{server}: download threads for each VM are now {threads}.', {
        server: { bold: host.name },
        threads: threadWords(answer.value),
      }),
    ),
    bulletList([
      [
        phrase('It counts for every VM on this server. Open failbacks on it: {count}.', {
          count: here,
        }),
      ],
      [phrase('A download that runs already may not become faster.')],
      [
        here > 0
          ? phrase(
              'The bot puts the old value back when the last failback on this server has ended.',
            )
          : phrase('The bot puts the old value back after the next failback on this server.'),
      ],
    ]),
  );
}

function requireOperator(roles: readonly string[]): void {
  if (hasRole(roles, 'operator')) return;
  throw new AccessError('role-missing', coded('threadsNeedOperator'));
}

/** The number that is asked for; undefined for the default, which the server has where no value is set. */
function countOf(wanted: string): number | undefined {
  if (wanted.toLowerCase() === 'default') return undefined;
  const count = Number(wanted);
  if (/^[0-9]{1,2}$/.test(wanted) && count >= 1 && count <= MOST) return count;
  throw new InputError(
    'threads',
    phrase(
      '{wanted} is not a number of threads. It is 1 to {most}, or the word default. Nothing was changed.',
      { wanted: shorten(wanted, 20), most: MOST },
    ),
  );
}

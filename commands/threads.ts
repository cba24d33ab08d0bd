import type { Command, Reply, Request } from '../bot/chat/command.ts';
import type { Desk } from '../bot/chat/desk.ts';
import { findHost } from '../bot/chat/find-host.ts';
import { hostAnswerWords } from '../bot/chat/host-answer-words.ts';
import { compose, list, note, paragraph, say } from '../bot/chat/say.ts';
import { shorten } from '../bot/chat/shorten.ts';
import { AccessError, InputError } from '../bot/failback/errors.ts';
import type { DownloadSight, HostAnswer, HypervHost } from '../bot/failback/ports/hyperv-host.ts';
import { hasRole } from '../bot/failback/roles.ts';

/** What the agent takes: https://learn.microsoft.com/azure/site-recovery/hyper-v-deployment-planner-overview */
const MOST = 32;

/** What it uses where the value does not exist. */
const DEFAULT = 4;

export const threads: Command = {
  name: 'threads',
  usage: '<server> [1-32 or default]',
  summary: 'How many download threads a failback uses on a server; with a number, change it.',
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

function show(host: HypervHost, answer: HostAnswer<DownloadSight>): Reply {
  if (answer.outcome !== 'ok') return say({ bold: host.name }, ': ', ...hostAnswerWords(answer));
  const { throttleKbps } = answer.value;
  return compose(
    paragraph({ bold: host.name }, `: download threads for each VM: ${threadWords(answer.value)}.`),
    throttleKbps === undefined
      ? undefined
      : paragraph(
          `The agent may use ${throttleKbps} kbit/s, at some hours at least. More threads do not help against that limit.`,
        ),
    note(
      `An operator can change it, for every VM on this server: /failback threads ${host.name} 16`,
    ),
  );
}

const threadWords = ({ threads: own }: DownloadSight): string =>
  own === undefined ? `${DEFAULT}, the default` : `${own}`;

async function change(
  host: HypervHost,
  wanted: string,
  { actor, person }: Request,
  desk: Desk,
): Promise<Reply> {
  requireOperator(person?.roles ?? []);
  const answer = await desk.setThreads(host, countOf(wanted), actor);
  if (answer.outcome !== 'ok') {
    return compose(
      paragraph({ bold: host.name }, ': ', ...hostAnswerWords(answer)),
      note(`Look at what it is now: /failback threads ${host.name}`),
    );
  }
  const open = await desk.failbacks.listOpen();
  const here = open.filter((failback) => failback.host?.name === host.name).length;
  return compose(
    paragraph(
      { bold: host.name },
      `: download threads for each VM are now ${threadWords(answer.value)}.`,
    ),
    list([
      [`It counts for every VM on this server. Open failbacks on it: ${here}.`],
      ['A download that runs already may not become faster.'],
      [
        here > 0
          ? 'The bot puts the old value back when the last failback on this server has ended.'
          : 'The bot puts the old value back after the next failback on this server.',
      ],
    ]),
  );
}

function requireOperator(roles: readonly string[]): void {
  if (hasRole(roles, 'operator')) return;
  throw new AccessError(
    'role-missing',
    'Changing the download threads takes the role operator, so nothing was changed. Without a number the command shows them.',
  );
}

/** The number that is asked for; undefined for the default, which the server has where no value is set. */
function countOf(wanted: string): number | undefined {
  if (wanted.toLowerCase() === 'default') return undefined;
  const count = Number(wanted);
  if (/^[0-9]{1,2}$/.test(wanted) && count >= 1 && count <= MOST) return count;
  throw new InputError(
    'threads',
    `${shorten(wanted, 20)} is not a number of threads. It is 1 to ${MOST}, or the word default. Nothing was changed.`,
  );
}

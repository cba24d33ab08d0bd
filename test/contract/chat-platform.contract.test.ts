import { TEAMS_CHANNEL } from '../../simulators/rehearsal/teams-scene.ts';
import { describeMessage } from '../../simulators/slack/describe-message.ts';
import type { Fault as SlackFault } from '../../simulators/slack/front-door.ts';
import type { Content } from '../../simulators/slack/workspace.ts';
import { describeActivity } from '../../simulators/teams/describe-activity.ts';
import type { Fault as TeamsFault } from '../../simulators/teams/front-door.ts';
import type { ShownMessage } from '../../simulators/teams/tenant.ts';
import { startSlackRig } from '../support/slack.ts';
import { startTeamsRig } from '../support/teams.ts';
import { chatPlatformContract } from './chat-platform-contract.ts';

const SLACK_CHANNEL = 'C0INC';
const SLACK_FAULTS = {
  throttled: { status: 429 },
  broken: { status: 503 },
  reset: 'reset',
} as const satisfies Record<string, SlackFault>;

const TEAMS_FAULTS = {
  throttled: { status: 429, retryAfterSeconds: 2 },
  broken: { status: 503 },
  reset: 'reset',
} as const satisfies Record<string, TeamsFault>;

const SLACK_CAST = { member: 'U0MINA', guest: 'U0GUEST', stranger: 'U0STRANGER' };

for (const mode of ['socket', 'http'] as const) {
  chatPlatformContract(`Slack, ${mode} mode`, async (receive) => {
    const rig = await startSlackRig(mode, { receive });
    const { slack, platform } = rig;
    const read = (message: Content) => describeMessage(message);
    return {
      platform,
      channel: SLACK_CHANNEL,
      invocations: (count) => rig.invocations(count),
      types: (text) => slack.as('U0MINA').types(SLACK_CHANNEL, `/failback ${text}`),
      typesAlone: (text) => slack.as('U0MINA').types('DU0MINA', `/failback ${text}`),
      isFormOpen: () => slack.views.some(({ isOpen }) => isOpen),
      presses: ({ id }, label, who = 'member') => slack.as(SLACK_CAST[who]).presses(id, label),
      async comesAgain(times) {
        const payload = slack.deliveries.at(-1)!.payload;
        const again = await slack.redeliver(payload, times, 'atOnce');
        return again.filter(({ isAcknowledged }) => isAcknowledged).length;
      },
      async fillsIn(answer) {
        await slack.until(() => slack.views.some(({ isOpen }) => isOpen));
        await slack.as('U0MINA').fillsIn({ typed: answer });
      },
      shows: () => slack.channel(SLACK_CHANNEL).messages.map(read),
      thread: ({ id }) => slack.channel(SLACK_CHANNEL).thread(id).map(read),
      told: () => slack.privateTo('U0MINA').map(read),
      deletes: ({ id }) => slack.deleteMessage(SLACK_CHANNEL, id),
      leaves: () => slack.changeChannel({ id: SLACK_CHANNEL, name: 'incident', hasBot: false }),
      failsOnce: (how) => slack.fails('chat.postMessage', SLACK_FAULTS[how]),
      down: () => slack.down(),
      up: () => slack.up(),
      until: (find) => slack.until(find),
      dispose: () => rig.stop(),
    };
  });
}

chatPlatformContract('Teams', async (receive) => {
  const rig = await startTeamsRig({ receive });
  const { teams, platform } = rig;
  const { personalChat } = teams.person('mina');
  await teams.installs('mina', personalChat);
  const read = ({ content }: Pick<ShownMessage, 'content'>) => describeActivity(content);
  const ofBot = ({ from }: { from: string }) => from === 'bot';
  return {
    platform,
    channel: TEAMS_CHANNEL,
    invocations: (count) => rig.invocations(count),
    types: (text) => teams.as('mina').types(TEAMS_CHANNEL, `@Failback ${text}`),
    typesAlone: (text) => teams.as('mina').types(personalChat, text),
    isFormOpen: () =>
      teams
        .privateTo('mina')
        .some(
          ({ via, content }) => via !== 'banner' && describeActivity(content).includes('[Approve]'),
        ),
    presses: ({ id }, label, who = 'member') =>
      teams.as(who === 'member' ? 'mina' : who).presses(id, label),
    async comesAgain(times) {
      const { activity } = teams.deliveries.at(-1)!;
      const again = await teams.redeliver(activity, times, 'atOnce');
      return again.filter(({ isAcknowledged }) => isAcknowledged).length;
    },
    fillsIn: (answer) => teams.as('mina').fillsIn({ 'Name of the VM': answer }),
    shows: () => teams.conversation(TEAMS_CHANNEL).messages.filter(ofBot).map(read),
    thread: ({ id }) => teams.conversation(TEAMS_CHANNEL).thread(id).filter(ofBot).map(read),
    told: () => teams.privateTo('mina').map(read),
    deletes: ({ id }) => teams.deleteMessage(id),
    leaves: () =>
      teams.changeConversation({
        id: TEAMS_CHANNEL,
        name: 'incident',
        kind: 'channel',
        hasBot: false,
      }),
    failsOnce: (how) => teams.fails('create', TEAMS_FAULTS[how]),
    down: () => teams.down(),
    up: () => teams.up(),
    until: (find) => teams.until(find),
    dispose: () => rig.stop(),
  };
});

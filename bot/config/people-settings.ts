import { z } from 'zod';
import type { Person } from '../access/directory.ts';
import type { ChannelRef } from '../failback/events.ts';
import type { DeepReadonly } from './deep-freeze.ts';
import { noTwoAlike, patterned, words } from './fields.ts';

/** The chat platforms that the settings know. A platform is a section of its own and a key of channels and people. */
export const PLATFORMS = ['slack'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

const channel = z.strictObject({
  name: words().describe('What people call it. Shown in the audit trail.'),
  slack: patterned(
    /^[CG][A-Z0-9]{2,}$/,
    'a Slack channel id such as C0EXAMPLE00 (in Slack: the name of the channel, About, at the bottom)',
  )
    .exactOptional()
    .describe('Id of the channel in Slack.'),
});

export const channelsSettings = z
  .array(channel)
  .min(1)
  .check(noTwoAlike('name'), noTwoAlike('slack'))
  .describe('The channels that the bot answers in. Anywhere else it refuses.');

const person = z.strictObject({
  id: patterned(
    /^[a-z0-9][a-z0-9._-]*$/,
    'lower case letters, digits, dots, hyphens and underscores',
  ).describe('What the audit trail names. Never give it to somebody else.'),
  name: words().describe('What people see.'),
  roles: z
    .array(z.enum(['viewer', 'operator', 'approver', 'admin']))
    .min(1)
    .describe(
      'viewer looks. operator also starts and cancels. approver decides. admin does all of it. Nobody decides on their own request.',
    ),
  slack: patterned(
    /^[UW][A-Z0-9]{2,}$/,
    'a Slack member id such as U0EXAMPLE00 (in Slack: the profile, three dots, Copy member ID)',
  )
    .exactOptional()
    .describe('Member id in Slack.'),
});

export const peopleSettings = z
  .array(person)
  .min(1)
  .check(noTwoAlike('id'), noTwoAlike('slack'))
  .describe('Everybody who may use the bot. Anyone else is refused, and the attempt is recorded.');

export type ChannelSettings = DeepReadonly<z.output<typeof channel>>;
export type PersonSettings = DeepReadonly<z.output<typeof person>>;

/** The people as the directory knows them: one identity per platform. */
export function peopleOf(people: readonly PersonSettings[]): readonly Person[] {
  return people.map(({ id, name, roles, ...identities }) => ({ id, name, roles, identities }));
}

/** The channels as the bot knows them: each with its places on the platforms. */
export function channelsOf(channels: readonly ChannelSettings[]): readonly ChannelRef[][] {
  return channels.map((settings) =>
    PLATFORMS.flatMap((platform) => {
      const place = settings[platform];
      return place === undefined ? [] : [{ platform, channel: place }];
    }),
  );
}

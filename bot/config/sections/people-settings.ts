import { z } from 'zod';
import type { Person } from '../../access/directory.ts';
import type { Channel } from '../../chat/channels.ts';
import { LANGUAGES } from '../../chat/language/languages.ts';
import type { DeepReadonly } from './deep-freeze.ts';
import { noTwoAlike, patterned, words } from './fields.ts';
import { teamsIdentity } from './teams-identity.ts';
import { channelWindowsSettings } from './window-settings.ts';

/** The chat platforms that the settings know. A platform is a section of its own and a key of channels and people. */
export const PLATFORMS = ['slack', 'teams'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

const language = z.enum(LANGUAGES);

const channel = z.strictObject({
  name: words().describe('What people call it, as in: start web-01 in incident.'),
  slack: patterned(
    /^[CG][A-Z0-9]{2,}$/,
    'a Slack channel id such as C0EXAMPLE00 (in Slack: the name of the channel, About, at the bottom)',
  )
    .exactOptional()
    .describe('Id of the channel in Slack.'),
  teams: patterned(
    /^(?:19|a):[^\s;]+$/,
    'the id of a Teams conversation such as 19:0example00@thread.tacv2 (in Teams: the three dots of the channel, Copy link; between /channel/ and the next slash, with %3A for : and %40 for @)',
  )
    .exactOptional()
    .describe('Id of the channel or chat in Teams.'),
  language: z
    .union(
      [
        language,
        z.strictObject({
          slack: language.default('en').describe('What the bot speaks in its Slack channel.'),
          teams: language.default('en').describe('What the bot speaks in its Teams channel.'),
        }),
      ],
      { error: 'must be en or ko, or one of them for each chat: { slack: en, teams: ko }' },
    )
    .default('en')
    .describe(
      'What the bot speaks in it: en or ko; or one for each chat: { slack: en, teams: ko }.',
    ),
  maintenanceWindows: channelWindowsSettings,
});

export const channelsSettings = z
  .array(channel)
  .min(1)
  .check(noTwoAlike('name'), noTwoAlike('slack'), noTwoAlike('teams'))
  .describe(
    'The channels that failbacks live in. Elsewhere people can only look; in their own chat with the bot they can act, too.',
  );

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
  teams: patterned(
    /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'the object id of the person in Microsoft Entra ID, a GUID, with the tenant and a colon before it where that is not the first of teams.tenants',
  )
    .exactOptional()
    .describe(
      'Object id in Microsoft Entra ID; tenant:object-id for somebody of another tenant than the first of teams.tenants.',
    ),
});

export const peopleSettings = z
  .array(person)
  .min(1)
  .check(noTwoAlike('id'), noTwoAlike('slack'), noTwoAlike('teams'))
  .describe('Everybody who may use the bot. Anyone else is refused, and the attempt is recorded.');

export type ChannelSettings = DeepReadonly<z.output<typeof channel>>;
export type PersonSettings = DeepReadonly<z.output<typeof person>>;

/** The people as the directory knows them: one identity per platform. `homeTenant` is the first one of Teams. */
export function peopleOf(people: readonly PersonSettings[], homeTenant = ''): readonly Person[] {
  return people.map(({ id, name, roles, teams, ...identities }) => ({
    id,
    name,
    roles,
    identities: {
      ...identities,
      ...(teams !== undefined && { teams: teamsIdentity(teams, homeTenant) }),
    },
  }));
}

/** The channels as the bot knows them: each with its name, its language, its own windows and its places on the platforms. */
export function channelsOf(channels: readonly ChannelSettings[]): readonly Channel[] {
  return channels.map(({ name, language, maintenanceWindows, ...ids }) => ({
    name,
    language,
    ...(maintenanceWindows && { windows: maintenanceWindows }),
    places: PLATFORMS.flatMap((platform) => {
      const place = ids[platform];
      return place === undefined ? [] : [{ platform, channel: place }];
    }),
  }));
}

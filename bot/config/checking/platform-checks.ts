import type { Finding } from '../problems/problem.ts';
import {
  type ChannelSettings,
  type PersonSettings,
  PLATFORMS,
  type PlatformName,
} from '../sections/people-settings.ts';

/** Whether there is a chat platform, and whether channels and people are on the ones there are. */
export function checkPlatforms(
  present: readonly PlatformName[],
  channels: readonly ChannelSettings[],
  people: readonly PersonSettings[],
): readonly Finding[] {
  if (present.length === 0) {
    return [
      {
        path: ['slack'],
        text: 'is missing. At least one chat platform must be there: slack or teams',
      },
    ];
  }
  return [
    ...channels.flatMap((channel, index) => checkEntry(['channels', index], channel, present)),
    ...people.flatMap((person, index) => checkEntry(['people', index], person, present)),
  ];
}

function checkEntry(
  path: readonly PropertyKey[],
  entry: ChannelSettings | PersonSettings,
  present: readonly PlatformName[],
): readonly Finding[] {
  const ids = PLATFORMS.filter((platform) => entry[platform] !== undefined);
  if (ids.length === 0) {
    return [{ path, text: `is on no chat platform. Add its id: ${present.join(', ')}` }];
  }
  return ids
    .filter((platform) => !present.includes(platform))
    .map((platform) => ({
      path: [...path, platform],
      text: `there is no section ${platform}. Add it, or take this out`,
    }));
}

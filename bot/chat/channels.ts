import type { ChannelRef } from '../failback/state/events.ts';
import type { MaintenanceWindow } from '../failback/state/maintenance-window.ts';
import type { Language } from './language/languages.ts';

/** A channel of the settings, in which failbacks live. It may have a place on several chat platforms. */
export interface Channel {
  /** What people call it. */
  readonly name: string;
  readonly places: readonly ChannelRef[];
  /** What the bot speaks in it: everywhere the same, or by chat platform. */
  readonly language: Language | Readonly<Record<string, Language>>;
  /** When the downtime of what lives in it may begin; absent: as it is for its vault. */
  readonly windows?: readonly MaintenanceWindow[];
}

/** What the bot speaks in the place that a channel has on a platform. */
export const languageOn = ({ language }: Channel, platform: string): Language =>
  typeof language === 'string' ? language : (language[platform] ?? 'en');

/** The channels in which failbacks live. */
export class Channels {
  readonly all: readonly Channel[];

  constructor(channels: readonly Channel[]) {
    this.all = channels;
  }

  /** The channel that has this place; undefined when the settings do not name it. */
  find(platform: string, channel: string): Channel | undefined {
    return this.all.find(({ places }) =>
      places.some((place) => place.platform === platform && place.channel === channel),
    );
  }

  /** The channel that people call so, in any case; many write a `#` before it. */
  named(name: string): Channel | undefined {
    const called = (wanted: string) => this.all.find((one) => plain(one.name) === wanted);
    return called(plain(name)) ?? called(plain(name.replace(/^#/, '')));
  }

  /** Those that people on this platform can see. */
  on(platform: string): readonly Channel[] {
    return this.all.filter(({ places }) => places.some((place) => place.platform === platform));
  }
}

const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

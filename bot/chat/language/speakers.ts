import type { ChannelRef } from '../../failback/events.ts';
import type { Channel } from '../channels.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { Speaker } from './speaker.ts';

/** Who speaks where: each channel has its language. */
export class Speakers {
  private readonly channels: readonly Channel[];
  private readonly byLanguage = new Map(LANGUAGES.map((name) => [name, new Speaker(name)]));

  constructor(channels: readonly Channel[]) {
    this.channels = channels;
  }

  /** The speaker of a channel; elsewhere, in a chat of one person for example, of all channels where they agree, else English. */
  in({ platform, channel }: ChannelRef): Speaker {
    const own = this.channels.find(({ places }) =>
      places.some((place) => place.platform === platform && place.channel === channel),
    );
    return this.speaking(own?.language ?? this.common());
  }

  private common(): Language {
    const [first = 'en', ...others] = new Set(this.channels.map(({ language }) => language));
    return others.length === 0 ? first : 'en';
  }

  private speaking(language: Language): Speaker {
    const speaker = this.byLanguage.get(language);
    if (speaker === undefined) throw new Error(`nobody speaks ${language}`);
    return speaker;
  }
}

import type { ChannelRef } from '../failback/state/events.ts';
import { type Channel, languageOn } from './channels.ts';
import type { Dictionary } from './language/dictionary.ts';
import { LANGUAGES, type Language } from './language/languages.ts';
import { Speaker } from './language/speaker.ts';

/** Who speaks where: each channel has its language, or one for each chat platform. */
export class Speakers {
  private readonly channels: readonly Channel[];
  private readonly byLanguage: ReadonlyMap<Language, Speaker>;

  constructor(channels: readonly Channel[], dictionary: Dictionary) {
    this.channels = channels;
    this.byLanguage = new Map(LANGUAGES.map((name) => [name, new Speaker(name, dictionary)]));
  }

  /**
   * The speaker of a channel; elsewhere, in a chat of one person for example, that of the platform's channels where they
   * agree, else English.
   */
  in({ platform, channel }: ChannelRef): Speaker {
    const own = this.channels.find(({ places }) =>
      places.some((place) => place.platform === platform && place.channel === channel),
    );
    return this.speaking(own ? languageOn(own, platform) : this.common(platform));
  }

  private common(platform: string): Language {
    const here = this.channels.filter(({ places }) =>
      places.some((place) => place.platform === platform),
    );
    const [first = 'en', ...others] = new Set(here.map((one) => languageOn(one, platform)));
    return others.length === 0 ? first : 'en';
  }

  private speaking(language: Language): Speaker {
    const speaker = this.byLanguage.get(language);
    if (speaker === undefined) throw new Error(`nobody speaks ${language}`);
    return speaker;
  }
}

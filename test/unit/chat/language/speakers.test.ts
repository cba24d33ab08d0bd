import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../bot/chat/channels.ts';
import { Speakers } from '../../../../bot/chat/speakers.ts';
import { DICTIONARY } from '../../../../bot/messages/dictionary/dictionary.ts';

const channel = (name: string, language: Channel['language']): Channel => ({
  name,
  language,
  places: [
    { platform: 'slack', channel: `C-${name}` },
    { platform: 'teams', channel: `19:${name}` },
  ],
});

const languageIn = (speakers: Speakers, platform: string, place: string) =>
  speakers.in({ platform, channel: place }).language;

describe('the speakers', () => {
  it('speak the language of a channel in both chats, or one in each', () => {
    const speakers = new Speakers(
      [channel('both', 'ko'), channel('apart', { slack: 'en', teams: 'ko' })],
      DICTIONARY,
    );

    expect(languageIn(speakers, 'slack', 'C-both')).toBe('ko');
    expect(languageIn(speakers, 'teams', '19:both')).toBe('ko');
    expect(languageIn(speakers, 'slack', 'C-apart')).toBe('en');
    expect(languageIn(speakers, 'teams', '19:apart')).toBe('ko');
  });

  it('speak in an own chat what the channels of that chat platform agree on, else English', () => {
    const apart = channel('apart', { slack: 'en', teams: 'ko' });
    const agreed = new Speakers(
      [apart, channel('korean', { slack: 'en', teams: 'ko' })],
      DICTIONARY,
    );
    const divided = new Speakers([apart, channel('english', 'en')], DICTIONARY);

    expect(languageIn(agreed, 'slack', 'DU0MINA')).toBe('en');
    expect(languageIn(agreed, 'teams', 'a:chat')).toBe('ko');
    expect(languageIn(divided, 'teams', 'a:chat')).toBe('en');
    expect(languageIn(new Speakers([], DICTIONARY), 'slack', 'DU0MINA')).toBe('en');
  });
});

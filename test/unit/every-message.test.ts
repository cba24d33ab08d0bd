import { beforeAll, describe, expect, it } from 'vitest';
import { blockProblems, viewProblems } from '../../adapters/slack/blocks/block-kit-limits.ts';
import { renderMessage } from '../../adapters/slack/blocks/slack-blocks.ts';
import { renderSlackForm } from '../../adapters/slack/blocks/slack-form.ts';
import type {
  SpokenForm as Form,
  SpokenMessage as Message,
} from '../../bot/chat/message/message.ts';
import {
  allNamed,
  describeEveryMessage,
  PLAIN,
  wrong,
} from '../support/catalogue/every-message.ts';
import { MessageCatalogue, type Names, type Said } from '../support/catalogue/message-catalogue.ts';
import { ENGLISH } from '../support/catalogue/spoken.ts';
import { buttonsOf } from '../support/incident-channel.ts';

const MARKUP =
  '<!channel> <!here> <@U0KIM> <#C0INC> @here *b* _i_ ~s~ `c` <https://x.invalid|y> &lt; &amp;';

const NAMES: Readonly<Record<string, Names>> = {
  markup: allNamed(MARKUP),
  'Korean, emoji and what cannot be shown': {
    vm: '웹서버 👩‍💻 \u202egnp.exe\u0000',
    person: '최\u2066지우\ud800',
    azure: '🔥'.repeat(2_000),
    typed: '안녕 "\'`;--\n\n👍',
  },
};

/** The words before those who may decide or choose. */
const MAY = { en: 'May ', ko: '수 있는 사람: ' } as const;

describeEveryMessage(NAMES, ({ language, catalogue, messages, forms }) => {
  const draw = (message: Message) => renderMessage(message, catalogue.directory, ENGLISH);

  it('is there at all', () => {
    expect(messages.length).toBeGreaterThan(200);
    expect(forms.length).toBeGreaterThan(5);
  });

  it('is taken by Slack', () => {
    expect(wrong(messages, (message) => blockProblems(draw(message).blocks))).toEqual([]);
  });

  it('is taken by Slack as a form, with all its choices', () => {
    const problems = (form: Form) => {
      const view = renderSlackForm(form, 'C0INC', {
        directory: catalogue.directory,
        speaker: ENGLISH,
      });
      const cut = JSON.stringify(view).includes('do not fit here') ? ['choices are missing'] : [];
      return [...viewProblems(view), ...cut];
    };

    expect(wrong(forms, problems)).toEqual([]);
  });

  it('has a text for notifications and screen readers', () => {
    const problems = (message: Message) =>
      draw(message).text.trim().length > 5 ? [] : ['no text'];

    expect(wrong(messages, problems)).toEqual([]);
  });

  it('that asks is shown and read out whole: nobody decides on a part of it', () => {
    const problems = (message: Message) => {
      const { text, blocks } = draw(message);
      const missing = buttonsOf(message)
        .flatMap(({ label, press }) => [String(label), press.failback, MAY[language]])
        .filter((words) => !text.includes(words));
      const last = message.parts.at(-1);
      const end = last?.kind === 'note' ? String(last.line[0]).slice(-30) : '';
      return [
        ...missing,
        ...(text.includes(end) ? [] : ['the text is cut']),
        ...(JSON.stringify(blocks).includes('Shortened:') ? ['the blocks are cut'] : []),
      ];
    };

    expect(wrong(catalogue.asks(), problems)).toEqual([]);
  });

  it('that shows a failback is shown whole', () => {
    const problems = (message: Message) =>
      JSON.stringify(draw(message).blocks).includes('Shortened:') ? ['the blocks are cut'] : [];

    expect(wrong(catalogue.views(), problems)).toEqual([]);
  });

  it('mentions only whom the bot means, and nothing in it became markup', () => {
    const problems = (message: Message) => {
      const { text, blocks } = draw(message);
      const meant = nodes(message).flatMap(({ mention }) =>
        typeof mention === 'string' ? [catalogue.directory.identityOn('slack', mention)] : [],
      );
      return [
        ...nodes(blocks)
          .filter(({ type, user_id }) => type === 'user' && !meant.includes(String(user_id)))
          .map(({ user_id }) => user_id),
        ...nodes(blocks)
          .filter(({ type, text: own }) => type === 'mrkdwn' && !OWN_MARKUP.test(String(own)))
          .map(({ text: own }) => own),
        ...(/[<>]/.test(text) ? ['the text has markup'] : []),
      ];
    };

    expect(wrong(messages, problems)).toEqual([]);
  });

  it('carries in its buttons no more than names', () => {
    const problems = (message: Message) =>
      buttonsOf(message).filter(
        ({ label, press }) =>
          !/^[A-Z가-힣][A-Za-z가-힣, ]+$/.test(String(label)) ||
          !/^(FB|RUN)-TEST$/.test(press.failback),
      );

    expect(wrong(messages, problems)).toEqual([]);
  });
});

describe('every message, as words', () => {
  const catalogue = new MessageCatalogue(PLAIN);
  const said: Said<string>[] = [];

  beforeAll(async () => {
    const { messages } = await catalogue.answers();
    const all = [...catalogue.asks(), ...catalogue.views(), ...catalogue.noes(), ...messages];
    const text = (message: Message) => renderMessage(message, catalogue.directory, ENGLISH).text;
    said.push(...all.map(({ what, said: message }) => ({ what, said: text(message) })));
  });

  const linesWith = (pattern: RegExp, allowed: RegExp = /(?!)/) =>
    said.flatMap(({ what, said: text }) =>
      text
        .split('\n')
        .filter((line) => pattern.test(line) && !allowed.test(line))
        .map((line) => `${what}: ${line}`),
    );

  it('has no contractions', () => {
    expect(linesWith(/\w(n't|'re|'ll|'ve|'m|'d)\b|\b(it|that|there|what)'s\b/i)).toEqual([]);
  });

  it('has none of the words that only the code uses', () => {
    expect(linesWith(/(?<![/\w])[a-z]+[A-Z][a-z]+/)).toEqual([]);
  });

  it('has nothing that was forgotten to be filled in', () => {
    expect(linesWith(/undefined|null|NaN|\[object|Invalid/)).toEqual([]);
  });

  it('says nothing by a picture', () => {
    expect(linesWith(/\p{Extended_Pictographic}/u)).toEqual([]);
  });

  it('says in words what a mark stands for', () => {
    const marks = /^\[.\] /;

    expect(linesWith(marks).length).toBeGreaterThan(50);
    expect(
      linesWith(marks, /, (done|now|not yet|ended here)|\): (waits|ended|home|on hold)/),
    ).toEqual([]);
  });

  it('has in each line more than marks', () => {
    expect(linesWith(/^[^\p{L}]+$/u)).toEqual([]);
  });

  it('has no punctuation twice or in the wrong place', () => {
    expect(linesWith(/\.\.|,,|::|\. \.|\s[,.]/)).toEqual([]);
  });
});

const OWN_MARKUP =
  /^(<@U0(MINA|JUN|ADA|KIM)>|<!date\^\d+\^\{date_short_pretty\} \{time\}\|[-\d: ]+UTC>)$/;

type Node = Readonly<Record<string, unknown>>;

/** Every object in a tree. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodes)];
}

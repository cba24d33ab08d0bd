import { beforeAll, describe, expect, it } from 'vitest';
import { KOREAN } from '../../../../bot/chat/language/korean.ts';
import { plainText, type SpokenForm } from '../../../../bot/chat/message.ts';
import { MessageCatalogue, type Said } from '../../../support/message-catalogue.ts';
import { hasWords, phrasesInSource } from '../../../support/phrases-in-source.ts';
import { wordsInTemplates } from '../../../support/words-in-templates.ts';

describe('the sentences in the sources', () => {
  const { sentences, unreadable } = phrasesInSource();

  it('are written where they are said, so that they can be found', () => {
    expect(sentences.size).toBeGreaterThan(500);
    expect(unreadable).toEqual([]);
  });

  it('all have their Korean', () => {
    const missing = [...sentences].filter((one) => hasWords(one) && !Object.hasOwn(KOREAN, one));

    expect(missing).toEqual([]);
  });

  it('are all that has Korean', () => {
    expect(Object.keys(KOREAN).filter((one) => !sentences.has(one))).toEqual([]);
  });

  it('are not put into strings as if they were strings', { timeout: 120_000 }, () => {
    expect(wordsInTemplates()).toEqual([]);
  });
});

/** Particles whose form depends on the sound before them, and the forms that leave the choice to the reader. */
const AFTER_A_NAME =
  /\}["'”]?(은|는|이|가|을|를|과|와|으로|로|라는|이라는|이며|예요|이에요)(?=[\s.,:)]|$)/;
const UNDECIDED = /[은이을과]\([는가를와]\)|[는가를와]\([은이을과]\)|\(으\)로|\(이\)라/;

describe('the Korean sentences', () => {
  const sentences = Object.values(KOREAN);

  it('have no particle that a name would have to agree with', () => {
    expect(sentences.filter((one) => AFTER_A_NAME.test(one) || UNDECIDED.test(one))).toEqual([]);
  });

  it('are all as polite as each other', () => {
    expect(sentences.filter((one) => /(요|세요|해|하자|한다|된다|이다)[.?!]/.test(one))).toEqual(
      [],
    );
  });

  it('say 되돌리다 of what is undone only: a VM that comes home is not undone', () => {
    const home = Object.entries(KOREAN).filter(([english]) => /\bhome\b/.test(english));

    expect(home.length).toBeGreaterThan(30);
    expect(home.filter(([, korean]) => /되돌[리릴려립]/.test(korean))).toEqual([]);
  });

  it('tell a job that is resumed from one that is restarted', () => {
    const resumed = Object.entries(KOREAN).filter(([english]) => /\bresumed\b/.test(english));

    expect(resumed.length).toBeGreaterThan(3);
    expect(resumed.filter(([, korean]) => !korean.includes('재개'))).toEqual([]);
  });
});

/** What others have written, in a script of its own: what else is not Korean was not translated. */
const NAMES = { vm: '웹서버', person: '최지우', azure: '애저의말', typed: '너무이름' };

/** Names, ids, what has to be typed, and what is called so in Korean, too. */
const ALLOWED = [
  /\/?failback [^가-힣]*/gi,
  /https?:\S+/g,
  /\b(Azure Site Recovery|Azure Portal|Site Recovery|Windows Server|Server Core|Hyper-V|Failback|Azure|Microsoft|Slack|Teams|VMM|VMs?|UTC|ID|JSON|GB|kbit\/s|Mbit\/s|Windows)\b/g,
  /\b(FB|RUN)-[A-Z0-9…]+/g,
  /\bHV-[A-Z0-9-]+/g,
  /\b(web|db)-\d+/g,
  /"(people|hyperv|channels|create-vm)"|failback\.yaml/g,
  // What the samples say in place of Azure, of a plan's author and of an administrator.
  /Planned failover committed|Tell the shop( that the till is down)?\.?|Your Name/g,
  /the job carries our request id|no job was started|the connection was lost|asks to slow down/g,
  /no host connector is configured|the job is gone|approve question 1|It has changed|was not reached/g,
  /Home and protected again/g,
];

describe('every message in a Korean channel', () => {
  const catalogue = new MessageCatalogue(NAMES, 'ko');
  const said: Said<string>[] = [];
  const forms: Said<SpokenForm>[] = [...catalogue.forms()];

  beforeAll(async () => {
    const answers = await catalogue.answers();
    const all = [
      ...catalogue.asks(),
      ...catalogue.views(),
      ...catalogue.noes(),
      ...answers.messages,
    ];
    said.push(
      ...all.map(({ what, said: one }) => ({ what, said: plainText(one, () => '최지우') })),
    );
    forms.push(...answers.forms);
  });

  it('is said in Korean', () => {
    const english = said.flatMap(({ what, said: text }) =>
      text.split('\n').flatMap((line) => {
        const left = ALLOWED.reduce((rest, pattern) => rest.replaceAll(pattern, ''), line);
        return /[a-z]{3,} [a-z]{2,}/i.test(left) ? [`${what}: ${line}`] : [];
      }),
    );

    expect(said.length).toBeGreaterThan(200);
    expect(english).toEqual([]);
  });

  it('never shows the inside of a phrase', () => {
    expect(said.filter(({ said: text }) => /\[object|\{\w+\}|undefined/.test(text))).toEqual([]);
  });
});

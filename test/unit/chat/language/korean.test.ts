import { beforeAll, describe, expect, it } from 'vitest';
import { KOREAN } from '../../../../bot/chat/language/korean.ts';
import { plainText, type SpokenForm } from '../../../../bot/chat/message/message.ts';
import { MessageCatalogue, type Said } from '../../../support/catalogue/message-catalogue.ts';
import { hasWords, phrasesInSource } from '../../../support/catalogue/phrases-in-source.ts';
import { wordsInTemplates } from '../../../support/catalogue/words-in-templates.ts';

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

/**
 * What others call things, in a script of its own, and what they say in sentences, in theirs: that has to be quoted. What else is
 * not Korean was not translated.
 */
const NAMES = {
  vm: '웹서버',
  person: '최지우',
  azure: '애저의말',
  typed: '너무이름',
  said: 'The wheel came off at night',
};

/** Names, ids, what has to be typed, and what is called so in Korean, too. */
const ALLOWED = [
  /“[^”]*”/g,
  /audit \d+:[0-9a-f]+/g,
  /\/?failback [^가-힣]*/gi,
  /https?:\S+/g,
  /\b(Azure Site Recovery|Azure Portal|Azure|Site Recovery|Microsoft|Hyper-V|Windows( Server)?( \d+)?|Server Core|VMM|PowerShell|Slack|Teams|Failback)\b/g,
  /\b(VM|UTC|ID|JSON)(?![A-Za-z])/g,
  /(?<=\d ?)(MB|GB|kbit\/s|Mbit\/s)(?![A-Za-z])/g,
  // Korean documentation has these words in parentheses.
  /\((failover|failback)\)/g,
  /\b(FB|RUN|HV)-[A-Z0-9…-]+/g,
  /…?cteditems\/[\w-]+|\bdigest-\w+|\bitem-[\w-]+/g,
  /\b(web|db|old|new)-\d+/g,
  // Ids, hashes, names of Azure's operations, of time zones and of the commands' own words.
  /\b[0-9a-f]{8,}\b/g,
  /\/failback|\bstart web-01 in incident\b|\b(operator|default|then|plan|post|all|approve|create-vm|to|start|in)\b|\bNothing\b/g,
  /\b(?:[A-Z][a-z]+){2,}\b/g,
  /\b[A-Z][a-z]+(\/[A-Z][A-Za-z_]+)+/g,
  // What is typed: a command's own words, and the ways out of a hold.
  /\b(choose|decline|hold|for|vm|full-download|before-failover|again|adopt|without|override|confirm|follow|continue|abandon)\b/g,
  // A piece of the settings.
  /^\s*(- id: your-name|name: Your Name|roles: \[viewer\])\s*$/g,
  // What the samples call things.
  /\b(north|vault-home|site-north|production|Production|system|incident|twin|vmms|obengine|dra)\b/g,
  /\b(hyperv-\d+|item-[\w-]+|cteditems\/item-\w*|U0\w+|C0\w+|r-\d+|slack|azure|Group|Busy)\b|\bD:/g,
  /failback\.yaml|"(people|hyperv|channels|create-vm|then)"/g,
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
        const left = ALLOWED.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), line);
        return /[A-Za-z]{2,}/.test(left) ? [`${what}: ${line}  <<${left}>>`] : [];
      }),
    );

    expect(said.length).toBeGreaterThan(200);
    expect(english).toEqual([]);
  });

  it('never shows the inside of a phrase', () => {
    expect(said.filter(({ said: text }) => /\[object|\{\w+\}|undefined/.test(text))).toEqual([]);
  });
});

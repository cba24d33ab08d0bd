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

import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import type { Message, Part } from '../../../../bot/chat/message/message.ts';
import { phrase } from '../../../../bot/chat/message/phrase.ts';
import type { Failback, Gate, Hold } from '../../../../bot/failback/state/failback.ts';
import { GATES, type GateKind } from '../../../../bot/failback/state/gates.ts';
import { coded, quoted } from '../../../../bot/failback/words/coded.ts';
import type { Difference, Fact } from '../../../../bot/failback/words/facts.ts';
import { namedState, stateInAzure } from '../../../../bot/failback/words/statement.ts';
import { renderGate as drawGate } from '../../../../bot/messages/questions/ask.ts';
import { challengeForm } from '../../../../bot/messages/questions/challenge-form.ts';
import {
  renderDecision as drawDecision,
  renderRelease as drawRelease,
} from '../../../../bot/messages/questions/closed.ts';
import { gateWords } from '../../../../bot/messages/questions/gate.ts';
import { renderHold as drawHold } from '../../../../bot/messages/questions/hold.ts';
import { choiceLabel } from '../../../../bot/messages/words/choice-label.ts';
import { deciders } from '../../../../bot/messages/words/deciders.ts';
import { ENGLISH, inEnglish } from '../../../support/catalogue/spoken.ts';
import { PEOPLE } from '../../../support/desk.ts';
import { ada, jun, NIGHT, type Story, storyAt } from '../../../support/failback-story.ts';
import { read } from '../../../support/fakes/recording-platform.ts';
import { withHomeVm } from '../../../support/home-vm.ts';
import { buttonsOf } from '../../../support/incident-channel.ts';

const renderRelease = (...given: Parameters<typeof drawRelease>) =>
  inEnglish(drawRelease(...given));

const renderDecision = (...given: Parameters<typeof drawDecision>) =>
  inEnglish(drawDecision(...given));

const renderHold = (...given: Parameters<typeof drawHold>) => inEnglish(drawHold(...given));

const renderGate = (...given: Parameters<typeof drawGate>) => inEnglish(drawGate(...given));

const DIRECTORY = new Directory(PEOPLE);
const KINDS = Object.keys(GATES) as GateKind[];

/** The open question, with what is different about it. */
function gateOf({ failback }: Story, change: Partial<Gate> = {}): Message {
  return renderGate(openGate(failback, change), failback, DIRECTORY);
}

function openGate({ gate }: Failback, change: Partial<Gate> = {}): Gate {
  if (gate === undefined) throw new Error('no question is open');
  return { ...gate, ...change };
}

function holdOf(failback: Failback): Message {
  if (failback.hold === undefined) throw new Error('it is not on hold');
  return renderHold(failback.hold, failback, DIRECTORY);
}

const partsOf = <K extends Part['kind']>({ parts }: Message, kind: K) =>
  parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind);

describe('a question', () => {
  it('says what happens, what goes down, what cannot be undone, how long, and until when', () => {
    const story = storyAt('awaitingCompletion').ask('complete');

    expect(inEnglish(gateOf(story)).parts).toEqual([
      {
        kind: 'title',
        text: 'Complete failover: take web-01 down in Azure and start it on-premises?',
      },
      {
        kind: 'facts',
        facts: [
          {
            name: 'What happens',
            value: ['Complete failover: the waiting planned failover job is resumed.'],
          },
          {
            name: 'Goes down',
            value: ['web-01 stops in Azure at once. It is down until it has started on-premises.'],
          },
          {
            name: 'Cannot be undone',
            value: [
              'The shutdown in Azure. The bot cannot start the Azure VM again; it is kept, stopped, until the commit.',
            ],
          },
          { name: 'Expected', value: ['about 5 to 20 minutes (from published figures)'] },
          { name: 'Approvals', value: ['0 of 1'] },
          {
            name: 'Expires',
            value: [
              { time: story.now + 3_600_000 },
              '. ',
              'Then the bot goes on hold and calls nothing.',
            ],
          },
        ],
      },
      {
        kind: 'paragraph',
        line: [
          'May decide: ',
          { mention: 'jun' },
          ', ',
          { mention: 'ada' },
          ', ',
          { mention: 'max' },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Approve',
            style: 'primary',
            press: { command: 'approve', failback: 'FB-TEST', number: 2 },
          },
          {
            label: 'Decline',
            style: 'danger',
            press: { command: 'decline', failback: 'FB-TEST', number: 2 },
          },
        ],
      },
      {
        kind: 'note',
        line: [
          'FB-TEST, question 2. What is approved: digest-compl. It is asked again if Azure shows anything else at the call, or if the call is not made within 10 min.',
        ],
      },
    ]);
  });

  it('names the server on which the VM will run, where that is part of what is approved', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const facts: readonly Fact[] = [
      {
        name: 'onPremisesServer',
        value: coded('serverInState', { server: 'hyperv-01', state: namedState('Connected') }),
      },
    ];

    const [list] = partsOf(gateOf(story, { facts }), 'facts');

    expect(list?.facts[1]).toEqual({ name: 'On-premises server', value: ['hyperv-01: Connected'] });
  });

  it('shows who has approved so far', () => {
    const story = storyAt('awaitingDirection', {
      approvals: { direction: 2, complete: 1, commit: 1, reverse: 1 },
    }).ask('direction');
    story.tell({ type: 'voteCast', by: jun, number: 1, vote: 'approve' });

    expect(partsOf(gateOf(story), 'list')).toEqual([
      { kind: 'list', lines: [['Jun Sample approved, ', { time: story.now }]] },
    ]);
    expect(read(gateOf(story))).toContain('Approvals: 1 of 2');
  });

  it('that is asked again says first what has changed', () => {
    const story = storyAt('awaitingCommit').ask('commit');
    const because: readonly Difference[] = [
      { name: 'state', asked: stateInAzure('Ready'), now: stateInAzure('x'.repeat(900)) },
    ];

    const { parts } = gateOf(story, { because });

    expect(parts[1]).toEqual({
      kind: 'list',
      lines: [
        ['Asked again: this is not as it was at the last question.'],
        [
          'State: was ',
          { bold: 'Azure: “Ready”' },
          ', is ',
          { bold: `Azure: “${'x'.repeat(70)}…”` },
        ],
      ],
    });
  });

  it('shows the warnings of the check where the direction is decided, and only there', () => {
    const checks = [
      { name: 'health', outcome: 'warning', finding: 'Slow.' },
      { name: 'onPremisesVm', outcome: 'notChecked', finding: 'Must be off.' },
      { name: 'replication', outcome: 'ok', finding: 'Fine.' },
    ] as const;
    const warningsAt = (story: Story) => {
      const failback = { ...story.failback, checks };
      return partsOf(renderGate(openGate(failback), failback, DIRECTORY), 'list');
    };

    expect(warningsAt(storyAt('awaitingDirection').ask('direction'))).toEqual([
      {
        kind: 'list',
        lines: [
          ['Warning', ', ', { bold: 'Health' }, ': ', 'Slow.'],
          ['Not checked', ', ', { bold: 'On-premises VM' }, ': ', 'Must be off.'],
        ],
      },
    ]);
    expect(warningsAt(storyAt('awaitingCommit').ask('commit'))).toEqual([]);
  });

  it.each(KINDS)(
    'about %s fits a phone: a short title, no contraction, whole sentences',
    (kind) => {
      const { failback } = storyAt('awaitingDirection');
      const words = gateWords(kind, {
        ...failback,
        target: { ...failback.target, name: 'v'.repeat(75) },
      });

      const question = ENGLISH.text(words.title);
      expect(question.length).toBeLessThanOrEqual(150);
      expect(question).toMatch(/\?$/);
      for (const sentence of [words.calls, words.goesDown, words.irreversible])
        expect(ENGLISH.text(sentence)).toMatch(/^[A-Zv].*\.$/);
    },
  );

  it.each([
    ['0aa', ['azure', 'on-premises']],
    ['1aa', ['on-premises', 'azure']],
  ])(
    'about the direction has its answers in an order that the hand does not learn (%s)',
    (digest, order) => {
      const { failback } = storyAt('awaitingDirection').ask('direction');
      const press = { command: 'approve', failback: 'FB-TEST', number: 1 };

      const form = challengeForm(openGate(failback, { digest }), failback, press);

      expect(form.fields).toMatchObject([{ options: order.map((value) => ({ value })) }]);
      expect(ENGLISH.text(form.title).length).toBeLessThanOrEqual(24);
    },
  );
});

describe('who may decide', () => {
  const { failback } = storyAt('awaitingDirection');
  const approvers = (count: number) =>
    new Directory(
      Array.from({ length: count }, (_, index) => ({
        id: `p-${index}`,
        name: `Person ${index}`,
        roles: ['approver' as const],
        identities: {},
      })),
    );

  const called = (asked: Failback, directory: Directory) =>
    ENGLISH.line([phrase('{people}', { people: deciders(asked, directory) })]);

  it('says so when there is nobody', () => {
    expect(called(failback, new Directory([]))).toEqual([
      'nobody. The administrator has to add an approver to failback.yaml',
    ]);
  });

  it('does not call more than twenty people', () => {
    const line = called(failback, approvers(23));

    expect(line.filter((inline) => typeof inline !== 'string')).toHaveLength(20);
    expect(line.at(-1)).toBe(' and 3 more approvers');
  });
});

describe('a question that is over', () => {
  it('says who decided and why, and has nothing left to press', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const by = { ...ada, person: 'ada' };
    story.tell(
      { type: 'voteCast', by, number: 1, vote: 'decline', reason: 'too early' },
      { type: 'gateDeclined', number: 1 },
    );
    const messages = story.failback.decisions.map((decision) =>
      renderDecision(decision, story.failback, DIRECTORY),
    );

    expect(messages.flatMap((message) => read(message).split('\n'))).toEqual([
      'Closed. Direction: bring web-01 home from Azure to on-premises?',
      'Question about direction: declined by Ada Placeholder, 2031-05-06 03:01 UTC',
      'Ada Placeholder: too early',
      'FB-TEST, question 1. Nothing is left to decide here.',
    ]);
    expect(messages.flatMap(buttonsOf)).toEqual([]);
  });

  it.each([
    ['expired', 'Question about direction: expired without a decision, '],
    ['withdrawn', 'Question about direction: withdrawn, the situation has changed, '],
    [
      'voided',
      'Question about direction: approved by Jun Sample, but void: something changed, or the approval was not used in time. It is asked again, ',
    ],
  ] as const)('says that it was %s', (outcome, line) => {
    const { failback } = storyAt('starting');
    const votes = outcome === 'voided' ? [{ by: jun, vote: 'approve' as const, at: NIGHT }] : [];

    const decision = { kind: 'direction' as const, number: 1, outcome, votes, at: NIGHT };

    expect(read(renderDecision(decision, failback, DIRECTORY))).toContain(line);
  });
});

describe('a hold', () => {
  const heldWith = (change: Partial<NonNullable<Failback['hold']>>): Failback => ({
    ...storyAt('completing').failback,
    hold: { number: 4, reason: 'callUnclear', evidence: [], choices: [], at: NIGHT, ...change },
  });

  it('says why, what was seen, what each button does, and what to type instead', () => {
    const message = holdOf(
      heldWith({
        evidence: [{ name: 'call', value: 'completeFailover' }],
        choices: [
          { name: 'again', means: 'Ask the question again.', leadsTo: 'awaitingCompletion' },
          { name: 'abandon', means: 'Let go of it.', leadsTo: 'abandoned' },
        ],
      }),
    );

    expect(read(message).split('\n')).toEqual([
      'On hold: web-01',
      'Azure was asked to act, and it is not certain what came of it. The bot does not ask twice without a person.',
      'Call: complete failover',
      'Ask again: Ask the question again. Or type /failback choose FB-TEST again',
      'Let go: Let go of it. Or type /failback choose FB-TEST abandon',
      'May choose: @jun, @ada, @max. An operator may let go, too.',
      '[Ask again] [Let go]',
      'FB-TEST, question 4. The bot does nothing until somebody chooses.',
    ]);
    expect(buttonsOf(message)).toEqual([
      {
        label: 'Ask again',
        style: 'plain',
        press: { command: 'choose', failback: 'FB-TEST', number: 4, choice: 'again' },
      },
      {
        label: 'Let go',
        style: 'danger',
        press: { command: 'choose', failback: 'FB-TEST', number: 4, choice: 'abandon' },
      },
    ]);
  });

  it('leaves room for the ways out, however much Azure has to say', () => {
    const message = holdOf(
      heldWith({ evidence: [{ name: 'errors', value: quoted('Azure', 'x'.repeat(9_000)) }] }),
    );

    expect(read(message)).toContain(`Errors: Azure: “${'x'.repeat(290)}…”\n`);
  });

  it('that somebody asked for says who it was, and why', () => {
    const failback = heldWith({ evidence: [{ name: 'reason', value: 'Wait.' }] });
    const asked = { ...failback, hold: { ...(failback.hold as Hold), by: jun } };

    expect(read(holdOf(asked))).toContain('Asked for by: Jun Sample\nReason: Wait.');
    expect(read(holdOf(failback))).not.toContain('Asked for by');
  });

  it('warns of disks that are inconsistent', () => {
    expect(read(holdOf(withHomeVm(heldWith({}), { isMarked: true })))).toContain(
      'Do not start the on-premises VM',
    );
  });

  it.each([
    ['again', 'checking', 'Start over'],
    ['again', 'awaitingCommit', 'Ask again'],
    ['again', 'synchronizing', 'Look again'],
    ['adopt', 'synchronizing', 'Take this job'],
    ['follow', 'verifying', 'Go on from there'],
    ['continue', 'synchronizing', 'Expected, go on'],
    ['abandon', 'abandoned', 'Let go'],
    ['ready', 'checking', 'ready'],
  ] as const)('has a button for %s to %s that says %s', (name, leadsTo, label) => {
    expect(ENGLISH.text(choiceLabel({ name, leadsTo }))).toBe(label);
  });

  it('that is over says what was chosen and by whom', () => {
    const release = {
      number: 4,
      reason: 'jobFailed',
      choice: 'again',
      by: jun,
      at: NIGHT,
    } as const;

    const message = renderRelease(release, storyAt('checking').failback, DIRECTORY);

    expect(read(message).split('\n')).toEqual([
      'Was on hold: web-01',
      'The job failed in Azure.',
      'Answered "again" by Jun Sample, 2031-05-06 03:00 UTC',
      'FB-TEST, question 4. Nothing is left to decide here.',
    ]);
    expect(buttonsOf(message)).toEqual([]);
  });

  it('that ended without an answer says so', () => {
    const release = { number: 4, reason: 'jobFailed', at: NIGHT } as const;

    expect(read(renderRelease(release, storyAt('checking').failback, DIRECTORY))).toContain(
      'Closed without an answer, 2031-05-06 03:00 UTC',
    );
  });
});

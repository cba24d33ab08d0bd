import { describe, expect, it } from 'vitest';
import { itemNamed } from '../../support/fakes/scripted-vault.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

describe('the direction', () => {
  it('is asked for by Mina, confirmed by Jun with the live side, and only then Azure is called', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });

    const started = await channel.types('mina', 'start WEB-01');
    expect(started.text).toBe(
      'FB-7K3M is open for web-01. Its board is in this channel. An approver other than you decides the direction next.',
    );
    expect(channel.desk.vault.calls).toEqual([]);

    const pressed = await channel.presses('jun', 'FB-7K3M', 'Approve');
    expect(pressed.replies).toEqual([]);
    expect(pressed.forms).toMatchObject([
      {
        command: 'approve',
        title: 'Approve, FB-7K3M',
        fields: [{ kind: 'choice', name: 'typed', label: 'On which side is the VM live now?' }],
      },
    ]);

    const wrong = await channel.fills('jun', pressed.forms[0], { typed: 'on-premises' });
    expect(wrong.text).toContain('that is not the side on which the VM is live. Nothing was done');
    expect(channel.desk.vault.calls).toEqual([]);

    const right = await channel.fills('jun', pressed.forms[0], { typed: 'azure' });
    expect(right.text).toBe('FB-7K3M: your approval is recorded. The bot goes on.');

    await channel.desk.settle('FB-7K3M');
    expect(channel.desk.vault.calls).toEqual(['plannedFailover']);
    expect(await channel.desk.story('FB-7K3M')).toEqual([
      'requested',
      'checked',
      'gateOpened',
      'attemptRefused',
      'voteCast',
      'gatePassed',
      'hostPrepared',
      'callIntended',
      'callAccepted',
    ]);
  });

  it('can be typed where the chat shows no form', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const pressed = await channel.presses('jun', id, 'Approve', { withoutForms: true });
    expect(pressed.text).toMatch(/On which side is the VM live now\? Answers: /);
    expect(pressed.text).toContain(`Type /failback approve ${id} with the answer behind it.`);

    const typed = await channel.types('jun', `approve ${id.toLowerCase()} Azure`);
    expect(typed.text).toBe(`${id}: your approval is recorded. The bot goes on.`);
  });

  it('needs no id where one failback is open in the channel', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    expect((await channel.types('jun', 'approve azure')).text).toContain(`${id}: your approval`);
  });

  it('is declined by Jun with a reason, and ends the failback with nothing changed', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const pressed = await channel.presses('jun', id, 'Decline');
    expect(pressed.forms).toMatchObject([
      {
        command: 'decline',
        title: `Decline, ${id}`,
        intro: [{ line: [{ bold: 'Direction: bring web-01 home from Azure to on-premises?' }] }],
        fields: [{ kind: 'text', name: 'reason' }],
      },
    ]);
    const declined = await channel.fills('jun', pressed.forms[0], { reason: '  too early ' });

    expect(declined.text).toBe(`${id}: declined. Your reason is recorded.`);
    expect(await channel.failback(id)).toMatchObject({
      stage: 'declined',
      decisions: [{ outcome: 'declined', votes: [{ reason: 'too early' }] }],
    });
    expect(channel.desk.vault.calls).toEqual([]);
  });

  it('wants a reason to be declined, also from a form of blanks and where no form is shown', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    const how = `Say why: /failback decline ${id} <reason>`;

    expect((await channel.types('jun', 'decline')).text).toBe(how);
    const press = await channel.button(id, 'Decline');
    expect((await channel.pressesOld('jun', press, { withoutForms: true })).text).toBe(how);
    const { forms } = await channel.pressesOld('jun', press);
    expect((await channel.fills('jun', forms[0], { reason: ' \n ' })).forms).toHaveLength(1);

    expect((await channel.failback(id)).gate).toBeDefined();
  });

  it('keeps a reason of any length in a length that people read', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    await channel.types('jun', `decline ${id} ${'가'.repeat(10_000)}`);

    const [decision] = (await channel.failback(id)).decisions;
    expect(decision?.votes[0]?.reason).toBe(`${'가'.repeat(499)}…`);
  });

  it('is cancelled by Mina before anything was started', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const { text } = await channel.types('mina', `cancel ${id} wrong VM`);

    expect(text).toBe(`${id}: cancelled. Nothing was changed.`);
    expect(await channel.desk.last(id)).toMatchObject({ type: 'cancelled', reason: 'wrong VM' });
  });

  it('is not cancelled by somebody who only looks on', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    expect((await channel.types('kim', `cancel ${id}`)).text).toContain(
      'your roles do not allow this. Nothing was done; the attempt is recorded. Ask an operator.',
    );
    expect((await channel.failback(id)).stage).toBe('awaitingDirection');
  });

  it('is not cancelled by one person once Azure was asked: the bot stops and asks', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    await channel.types('jun', 'approve azure');
    await channel.desk.settle(id);

    const { text } = await channel.types('mina', 'cancel');

    expect(text).toContain('nothing is cancelled yet');
    expect((await channel.failback(id)).hold?.reason).toBe('cancelAsked');
    expect(channel.desk.vault.calls).toEqual(['plannedFailover']);
    expect((await channel.types('mina', 'choose cancel enough')).text).toContain(
      'somebody else has to decide',
    );
    expect((await channel.types('jun', 'choose cancel')).forms).toHaveLength(1);
    await channel.types('jun', 'choose finish');
    expect((await channel.failback(id)).hold).toBeUndefined();
  });
});

describe('two approvals', () => {
  const twoNeeded = { approvals: { direction: 2 } };

  it('of two people at the same moment count as two, and Azure is called once', async () => {
    const channel = new IncidentChannel(twoNeeded);
    const id = await channel.minaStarts();

    const answers = await Promise.all([
      channel.types('jun', `approve ${id} azure`),
      channel.types('ada', `approve ${id} azure`),
    ]);
    await channel.desk.settle(id);

    expect(answers.map(({ text }) => text).sort()).toEqual([
      `${id}: your approval is recorded, 1 of 2. It waits for another approver.`,
      `${id}: your approval is recorded. The bot goes on.`,
    ]);
    expect(channel.desk.vault.calls).toEqual(['plannedFailover']);
  });

  it('of one person are one, on Slack and on Teams', async () => {
    const channel = new IncidentChannel(twoNeeded);
    const id = await channel.minaStarts();

    await channel.types('jun', `approve ${id} azure`);
    const again = await channel.types('jun', `approve ${id} azure`);
    const onTeams = await channel.types('jun', `approve ${id} azure`, {
      platform: 'teams',
      channel: '19:inc',
    });

    for (const { text } of [again, onTeams])
      expect(text).toContain('your vote is counted already, so nothing more was done');
    expect((await channel.failback(id)).gate?.votes).toHaveLength(1);
  });

  it('are not had where one of two is enough: the second person hears who decided', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    const press = await channel.button(id, 'Approve');

    const answers = await Promise.all([
      channel.types('jun', `approve ${id} azure`),
      channel.types('ada', `approve ${id} azure`),
    ]);
    const late = await channel.pressesOld('max', press);

    expect(answers.filter(({ text }) => text.includes('your approval is recorded'))).toHaveLength(
      1,
    );
    expect(late.text).toContain('Question about direction: approved by');
    expect(late.text).toContain('Now: The planned failover is being started.');
  });
});

describe('a press', () => {
  it('on an old question does nothing and says where the newest one is', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    const old = await channel.button(id, 'Approve');

    const { text, forms } = await channel.pressesOld('jun', { ...old, number: 7 });

    expect(text).toContain('that question is no longer open, so nothing was done');
    expect(forms).toEqual([]);
    expect(await channel.desk.last(id)).toMatchObject({
      type: 'attemptRefused',
      attempt: 'approve',
      question: 7,
      why: 'outdated',
    });
  });

  it('on a question that has expired does nothing', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    const press = await channel.button(id, 'Approve');
    channel.desk.clock.pass(31 * 60_000);

    expect((await channel.pressesOld('jun', press)).text).toContain('that question has expired');

    await channel.desk.settle(id);
    expect((await channel.pressesOld('jun', press)).text).toContain(
      'it has ended, so nothing was done. Nobody decided the direction in time.',
    );
  });

  it('after a restart means what it meant before', async () => {
    const before = new IncidentChannel();
    const id = await before.minaStarts();
    const press = await before.button(id, 'Approve');

    const { ledger, clock } = before.desk;
    const after = new IncidentChannel({ ledger, clock, vaults: [before.desk.vault] });
    const { forms } = await after.pressesOld('jun', press, { deliveryId: 'after' });
    const { text } = await after.fills('jun', forms[0], { typed: 'azure' }, { deliveryId: 'form' });

    expect(text).toBe(`${id}: your approval is recorded. The bot goes on.`);
  });

  it('of the requester is refused, and recorded', async () => {
    const channel = new IncidentChannel();
    const { text: started } = await channel.types('max', 'start web-01');
    const id = /FB-\w+/.exec(started)?.[0] ?? '';

    const { text } = await channel.presses('max', id, 'Approve');

    expect(text).toContain('you asked for this failback, so somebody else has to decide');
    expect(await channel.desk.last(id)).toMatchObject({ by: { person: 'max' }, why: 'ownRequest' });
  });

  it('on a failback that is not there is answered', async () => {
    const channel = new IncidentChannel();

    const press = { command: 'approve', failback: 'FB-GONE', number: 1 };

    expect((await channel.pressesOld('jun', press)).text).toContain('There is no failback FB-GONE');
  });
});

describe('a hold', () => {
  async function onHold() {
    const channel = new IncidentChannel();
    channel.desk.vault.answer = {
      outcome: 'refused',
      status: 409,
      code: 'Busy',
      message: 'Not now.',
    };
    const id = await channel.minaStarts();
    await channel.types('jun', `approve ${id} azure`);
    await channel.desk.settle(id);
    return { channel, id };
  }

  it('is answered by Jun with a button that says what it does', async () => {
    const { channel, id } = await onHold();

    const { text } = await channel.presses('jun', id, 'Start over');

    expect(text).toBe(
      `${id}: your choice is recorded. Check the VM again from the beginning, then ask for the direction again.`,
    );
    expect((await channel.failback(id)).stage).toBe('checking');
  });

  it('is answered by typing the choice', async () => {
    const { channel, id } = await onHold();

    expect((await channel.types('jun', 'choose')).text).toBe(
      `Say which: /failback choose ${id} and one of again, abandon.`,
    );
    expect((await channel.types('jun', 'choose everything')).text).toContain(
      'that is not one of the choices. Nothing was done. Choices: again, abandon.',
    );
    expect((await channel.types('jun', `choose ${id} AGAIN`)).text).toContain('recorded');
  });

  it('is not answered by the requester, but for letting go', async () => {
    const { channel, id } = await onHold();

    expect((await channel.presses('mina', id, 'Start over')).text).toContain(
      'you asked for this failback',
    );
    expect((await channel.types('kim', `choose ${id} abandon`)).text).toContain(
      'your roles do not allow this. Nothing was done; the attempt is recorded. Ask an operator.',
    );
    expect((await channel.types('kim', `choose ${id} again`)).text).toContain(
      'only an approver may decide this',
    );
    expect((await channel.presses('mina', id, 'Let go')).text).toContain('Let go of this failback');
    expect((await channel.failback(id)).stage).toBe('abandoned');
  });

  it('that is over is told to whoever presses late', async () => {
    const { channel, id } = await onHold();
    const press = await channel.button(id, 'Start over');
    await channel.pressesOld('jun', press);

    const late = await channel.pressesOld('ada', press);

    expect(late.text).toContain('no question is open, so nothing was done');
  });

  it('is told to whoever wants to approve something meanwhile', async () => {
    const { channel, id } = await onHold();

    const { text } = await channel.types('jun', `approve ${id}`);

    expect(text).toContain('it is on hold, so there is nothing to approve or decline.');
    expect(text).toContain('On hold: it waits for a choice.');
    expect(await channel.desk.last(id)).toMatchObject({ attempt: 'approve', why: 'nothingAsked' });
  });

  it('is not what a question is: who chooses something is told to approve or decline', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();

    const { text } = await channel.types('jun', `choose ${id} again`);

    expect(text).toContain(
      'it is not on hold, so there is nothing to choose. Nothing was done. It waits for a decision about direction: approve or decline it.',
    );
    expect(await channel.desk.last(id)).toMatchObject({ attempt: 'choose again' });
  });

  it('can be cancelled while starting over, and the answer says that Azure was asked before', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    await channel.types('jun', 'approve azure');
    await channel.desk.settle(id);
    await channel.desk.tell(id, {
      type: 'held',
      reason: 'jobFailed',
      evidence: [],
      choices: [{ name: 'again', means: 'Start over.', leadsTo: 'checking' }],
    });
    await channel.types('jun', 'choose again');

    expect((await channel.types('mina', 'cancel')).text).toBe(
      `${id}: cancelled. An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.`,
    );
  });
});

describe('complete failover', () => {
  it('wants no more than a yes, and keeps what was typed besides in a length that can be read', async () => {
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    await channel.types('jun', 'approve azure');
    await channel.desk.settle(id);
    await channel.desk.tell(
      id,
      {
        type: 'jobObserved',
        job: {
          jobId: 'job-1',
          scenario: 'Failback',
          state: 'Suspended',
          stateDescription: 'Suspended',
          phase: 'waiting',
          issues: [],
        },
      },
      {
        type: 'gateOpened',
        gate: 'complete',
        number: 2,
        facts: [],
        digest: 'd',
        needed: 1,
        expiresAt: channel.desk.clock.now() + 60_000,
      },
    );

    const { text } = await channel.types('ada', `approve ${id} ${'yes '.repeat(2_500)}`);

    expect(text).toBe(`${id}: your approval is recorded. The bot goes on.`);
    const entries = await channel.desk.ledger.read(id);
    const typed = entries.map(({ event }) => (event.type === 'voteCast' ? event.typed : undefined));
    expect(typed.filter(Boolean)).toEqual(['azure', expect.stringMatching(/^.{200}$/u)]);
  });
});

describe('the commit', () => {
  it('wants the name of the VM, in any case, and no other', async () => {
    const item = itemNamed('web-01', { allowedOperations: ['Commit'] });
    const channel = new IncidentChannel();
    const id = await channel.minaStarts();
    await channel.desk.tell(
      id,
      { type: 'gatePassed', number: 1, grantExpiresAt: channel.desk.clock.now() },
      {
        type: 'callIntended',
        operation: 'plannedFailover',
        requestId: 'r-1',
        attempt: 1,
        knownJobIds: [],
      },
      { type: 'callAccepted', requestId: 'r-1', operationId: 'job-1' },
      {
        type: 'held',
        reason: 'changedElsewhere',
        evidence: [],
        choices: [{ name: 'follow', means: 'Go on.', leadsTo: 'verifying' }],
      },
    );
    channel.desk.vault.items = [item];
    await channel.presses('jun', id, 'Go on from there');
    await channel.desk.settle(id);

    const { forms } = await channel.presses('ada', id, 'Approve');
    expect(forms[0]?.fields).toEqual([
      { kind: 'text', name: 'typed', label: 'Type the name of the VM.' },
    ]);
    expect((await channel.types('ada', `approve ${id}`)).forms).toHaveLength(1);
    const wrong = await channel.fills('ada', forms[0], { typed: 'web-02' });
    expect(wrong.text).toContain('what you typed is not the name of the VM.');
    const right = await channel.fills('ada', forms[0], { typed: ' WEB-01 ' });

    expect(right.text).toContain('your approval is recorded');
    await channel.desk.settle(id);
    expect(channel.desk.vault.calls).toEqual(['commit']);
  });
});

import { describe, expect, it } from 'vitest';
import { DAYS, type MaintenanceWindow } from '../../../bot/failback/state/maintenance-window.ts';
import { storyAt } from '../../support/failback-story.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

/** The clock of the desk stands at noon in UTC. */
const NIGHT: MaintenanceWindow = {
  days: DAYS,
  from: '22:00',
  to: '04:00',
  timeZone: 'Asia/Seoul',
};
const windows = [NIGHT];

/** Mina's failback is synchronized and waits for its window. */
async function waitingChannel(): Promise<IncidentChannel> {
  const channel = new IncidentChannel({ policy: { windows } });
  const [asked, ...rest] = storyAt('awaitingCompletion', { windows }).entries.map(
    ({ event }) => event,
  );
  if (asked?.type !== 'requested') throw new Error('no story');
  const channels = [{ platform: 'slack', channel: 'C0INC' }];
  await channel.desk.tell('FB-TEST', { ...asked, channels }, ...rest);
  return channel;
}

describe('a failback with a maintenance window', () => {
  it('says so when it is started', async () => {
    const channel = new IncidentChannel({ policy: { windows }, ids: ['FB-7K3M'] });

    expect((await channel.types('mina', 'start web-01')).text).toBe(
      'FB-7K3M is open for web-01. Its board is in this channel. An approver other than you decides the direction next.\n' +
        'Maintenance window for the downtime: every day, 22:00 to 04:00 of the next day (Asia/Seoul). It opens next at 2026-11-23 13:00 UTC.',
    );
  });

  it('says on its board that it is ready and when it asks', async () => {
    const channel = await waitingChannel();

    const { text } = await channel.types('kim', 'status');

    expect(text).toContain(
      '\nReady, waiting for the maintenance window. The Azure VM keeps running.\n',
    );
    expect(text).toContain(
      'Waiting for: the maintenance window. The bot asks about complete failover at 2026-11-23 13:00 UTC',
    );
    expect(text).toContain(
      'Maintenance window: every day, 22:00 to 04:00 of the next day (Asia/Seoul)',
    );
  });
});

describe('not to wait for the window', () => {
  it('is what an approver decides with a reason, by button; the question says who and why', async () => {
    const channel = await waitingChannel();

    const { forms } = await channel.presses('jun', 'FB-TEST', 'Ask now');
    expect(forms).toMatchObject([
      { command: 'ask-now', title: 'Ask now, FB-TEST', fields: [{ kind: 'text' }] },
    ]);
    const { text } = await channel.fills('jun', forms[0], { reason: 'the link is free now' });

    expect(text).toBe('FB-TEST: the bot asks now. Your reason is recorded.');
    expect(await channel.desk.last('FB-TEST')).toMatchObject({
      type: 'askedNow',
      by: { person: 'jun' },
      reason: 'the link is free now',
    });
    expect((await channel.types('kim', 'timeline')).text).toContain(
      'Jun Sample had it asked now, outside of the maintenance window: the link is free now',
    );
  });

  it('is what an approver can type too', async () => {
    const channel = await waitingChannel();

    expect((await channel.types('jun', 'ask-now')).text).toBe(
      'Say why: /failback ask-now FB-TEST <reason>',
    );
    expect((await channel.types('jun', 'ask-now fb-test it is urgent')).text).toBe(
      'FB-TEST: the bot asks now. Your reason is recorded.',
    );
  });

  it.each([
    ['mina', 'you asked for this failback, so somebody else has to decide', 'ownRequest'],
    ['kim', 'only an approver may decide this', 'notApprover'],
  ])('is refused to %s, and that is recorded', async (who, words, why) => {
    const channel = await waitingChannel();

    expect((await channel.types(who, 'ask-now FB-TEST now please')).text).toContain(words);
    expect(await channel.desk.last('FB-TEST')).toMatchObject({
      type: 'attemptRefused',
      attempt: 'ask-now',
      question: 2,
      why,
    });
  });

  it('has no effect twice', async () => {
    const channel = await waitingChannel();
    const press = await channel.button('FB-TEST', 'Ask now');
    const { forms } = await channel.pressesOld('jun', press);
    await channel.fills('jun', forms[0], { reason: 'now' });

    const again = await channel.fills('ada', forms[0], { reason: 'now' });

    expect(again.text).toContain('it does not wait for a maintenance window, so nothing was done.');
    const story = await channel.desk.story('FB-TEST');
    expect(story.filter((type) => type === 'askedNow')).toHaveLength(1);
  });

  it('is not possible where nothing waits for a window', async () => {
    const channel = new IncidentChannel({ ids: ['FB-7K3M'] });
    const id = await channel.minaStarts();

    expect((await channel.types('jun', `ask-now ${id} now`)).text).toContain(
      'it does not wait for a maintenance window, so nothing was done.',
    );
  });
});

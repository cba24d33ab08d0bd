import { describe, expect, it } from 'vitest';
import { speak } from '../../../bot/chat/language/speak.ts';
import { Speaker } from '../../../bot/chat/language/speaker.ts';
import { plainText } from '../../../bot/chat/message/message.ts';
import { held, startOver } from '../../../bot/failback/state/holds.ts';
import { DAYS } from '../../../bot/failback/state/maintenance-window.ts';
import { DICTIONARY } from '../../../bot/messages/dictionary/dictionary.ts';
import { type Story, storyAt } from '../../support/failback-story.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

const HERE = [{ platform: 'slack', channel: 'C0INC' }];

/** The incident channel with a failback whose story was told elsewhere; the clock stands at its end. */
async function channelWith(story: Story): Promise<IncidentChannel> {
  const channel = new IncidentChannel();
  await add(channel, story);
  return channel;
}

async function add({ desk }: IncidentChannel, story: Story, id = 'FB-TEST'): Promise<void> {
  const [asked, ...rest] = story.entries;
  if (asked?.event.type !== 'requested') throw new Error('no story');
  const batches = [
    {
      at: asked.at,
      event: { ...asked.event, channels: HERE, target: { ...asked.event.target, itemId: id } },
    },
    ...rest,
  ];
  for (const { at, event } of batches)
    await desk.ledger.append({ stream: id, expectedRevision: 'any', at, events: [event] });
  desk.clock.pass(story.now - desk.clock.now());
}

const windows = [{ days: DAYS, from: '22:00', to: '23:00', timeZone: 'UTC' }];

describe('a handover', () => {
  it('says before anything was started that nothing was started, what is owed, and by whom', async () => {
    const channel = await channelWith(storyAt('awaitingDirection').ask('direction').later(60_000));

    expect((await channel.types('kim', 'handover')).text.split('\n')).toEqual([
      'Handover of FB-TEST: web-01',
      'The direction is waiting for a decision. Nothing is started.',
      'Owed: a decision about direction, 0 of 1 approvals, until 2031-05-06 04:01 UTC',
      'May decide: Jun Sample, Ada Placeholder, Max Example',
      'Then: The data is synchronized while the Azure VM keeps running.',
      'In all: 2 min',
      'In this stage for: 1 min',
      'Nothing was started in Azure so far.',
      'Azure was read within the last minute.',
    ]);
  });

  it('says after the commit what is gone, how long the VM is not protected, and who decided what', async () => {
    const channel = await channelWith(storyAt('awaitingReverse').later(7 * 60_000));

    const { text } = await channel.types('kim', 'handover');

    expect(text).toContain('Not protected for: 8 min');
    expect(text).toContain('Downtime: 5 min');
    expect(text).toContain(
      'Cannot be undone any more\nThe Azure VM and its disks are deleted, or are being deleted.\nThe Azure VM was shut down.',
    );
    expect(text).toMatch(/Question about direction: approved by Jun Sample, 2031-05-06 /);
    expect(text).toMatch(/Question about commit: approved by Jun Sample, 2031-05-06 /);
  });

  it('says that somebody has to choose, since when, and who chose before', async () => {
    const story = storyAt('synchronizing').tell(held('askedFor', [], [startOver]));
    const channel = await channelWith(story);

    const { text } = await channel.types('kim', 'handover FB-TEST');

    expect(text).toContain('Owed: a choice, on hold since 2031-05-06 ');
    expect(text).toContain('The on-premises disks are being overwritten.');
    expect(text).not.toContain('Then: ');
    await channel.types('jun', 'choose again');
    expect((await channel.types('kim', 'handover FB-TEST')).text).toContain(
      'Hold: Jun Sample chose again, ',
    );
  });

  it('says when the window opens, and that nothing is owed before', async () => {
    const channel = await channelWith(storyAt('awaitingCompletion', { windows }));

    const { text } = await channel.types('kim', 'handover');

    expect(text).toContain(
      'Owed: nothing before 2031-05-06 22:00 UTC; then a decision about complete failover',
    );
    expect(text).toContain(
      'Maintenance window for the downtime: every day, 22:00 to 23:00 (UTC). It opens next at 2031-05-06 22:00 UTC.',
    );
  });

  it('does not name who has decided already as somebody who may decide', async () => {
    const story = storyAt('awaitingCommit').ask('commit');
    const [vote] = storyAt('awaitingDirection').ask('direction').failback.decisions;
    expect(vote).toBeUndefined();
    const channel = await channelWith(story);
    const { requester } = await channel.failback('FB-TEST');
    const by = { ...requester, person: 'ada', roles: ['approver'] };
    await channel.desk.tell('FB-TEST', { type: 'voteCast', by, number: 3, vote: 'approve' });

    expect((await channel.types('kim', 'handover')).text).toContain(
      'May decide: Jun Sample, Max Example\n',
    );
  });

  it('is short for several, with a line for each', async () => {
    const channel = await channelWith(storyAt('awaitingDirection').ask('direction'));
    await add(channel, storyAt('completing'), 'FB-NEXT');

    const { text } = await channel.types('kim', 'handover');

    expect(text.split('\n')).toEqual([
      'Handover: 2 open failbacks',
      expect.stringMatching(/^FB-TEST web-01\. The direction is waiting .* Owed: a decision about/),
      expect.stringMatching(/^FB-NEXT web-01\. Downtime: .* Owed: nothing; the bot goes on/),
      'One by itself: /failback handover FB-…',
    ]);
  });

  it('says so when nothing is open', async () => {
    expect((await new IncidentChannel().types('kim', 'handover all')).text).toBe(
      'No failback is open.',
    );
  });
});

describe('a handover for the channel', () => {
  it('is posted where the failback lives, and only when asked for', async () => {
    const channel = await channelWith(storyAt('completing'));

    await channel.types('kim', 'handover');
    expect(channel.desk.announced).toEqual([]);
    const { text } = await channel.types('kim', 'handover fb-test post');

    expect(text).toBe('The handover is posted in the channel.');
    const [posted] = channel.desk.announced;
    expect(posted?.places).toEqual(HERE);
    const message = posted && speak(posted.message, new Speaker('en', DICTIONARY));
    expect(message && plainText(message, String)).toContain('Handover of FB-TEST: web-01');
  });

  it('of several is posted where it was asked for', async () => {
    const channel = await channelWith(storyAt('completing'));
    await add(channel, storyAt('synchronizing'), 'FB-NEXT');

    await channel.types('kim', 'handover all post');

    expect(channel.desk.announced).toMatchObject([
      { places: [{ platform: 'slack' }, { platform: 'teams' }] },
    ]);
  });

  it('is not posted where the chat is no channel of the bot', async () => {
    const channel = await channelWith(storyAt('completing'));
    await add(channel, storyAt('synchronizing'), 'FB-NEXT');

    const { text } = await channel.types('kim', 'handover all post', { channel: 'D0KIM' });

    expect(text).toContain('othing was ');
    expect(channel.desk.announced).toEqual([]);
  });
});

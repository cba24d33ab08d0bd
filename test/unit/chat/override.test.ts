import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../bot/failback/on-premises/proofs.ts';
import { held, lookAgain, overrideProof } from '../../../bot/failback/state/holds.ts';
import { ITEM_ID, jun, storyAt } from '../../support/failback-story.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

const PORT: Proof = {
  name: 'port',
  port: 443,
  holds: false,
  finding: 'It does not answer.',
};
const HOLD = held(
  'notProven',
  [{ name: 'port', port: 443, value: 'It does not answer.' }],
  [lookAgain('verifying'), overrideProof([{ itemId: ITEM_ID, proof: 'port', port: 443 }])],
);

/** The VM is home, port 443 does not answer, and the bot has stopped. Mina started it. */
async function lockedChannel(): Promise<IncidentChannel> {
  const channel = new IncidentChannel();
  const { entries } = storyAt('verifying');
  const [asked, checked, ...rest] = entries.map(({ event }) => event);
  if (asked?.type !== 'requested' || checked?.type !== 'checked') throw new Error('no story');
  await channel.desk.tell(
    'FB-TEST',
    { ...asked, channels: [{ platform: 'slack', channel: 'C0INC' }] },
    { ...checked, host: { name: 'hyperv-01', vmId: 'vm-web-01' } },
    ...rest,
    { type: 'proofsObserved', proofs: [PORT] },
    HOLD,
  );
  return channel;
}

describe('a commit without proof', () => {
  it('is asked for by an approver who types a reason; name and reason are shown', async () => {
    const channel = await lockedChannel();

    const { text } = await channel.types('jun', 'choose override the port is closed on purpose');

    expect(text).toBe(
      'FB-TEST: your choice is recorded. Ask for the commit without this proof. Your name and your reason are recorded and shown, and somebody else has to approve.',
    );
    expect(await channel.failback('FB-TEST')).toMatchObject({
      stage: 'verifying',
      proofOverrides: [
        {
          by: { person: 'jun' },
          reason: 'the port is closed on purpose',
          proofs: [{ itemId: ITEM_ID, proof: 'port', port: 443 }],
        },
      ],
    });
    expect((await channel.types('kim', 'timeline')).text).toContain(
      'Jun Sample chose: Commit without proof: the port is closed on purpose',
    );
  });

  it('asks for the reason in a form when the button is pressed', async () => {
    const channel = await lockedChannel();

    const { forms, replies } = await channel.presses('jun', 'FB-TEST', 'Commit without proof');
    expect(replies).toEqual([]);
    expect(forms).toMatchObject([
      { command: 'choose', title: 'Reason', fields: [{ kind: 'text', name: 'reason' }] },
    ]);
    expect((await channel.failback('FB-TEST')).hold).toBeDefined();

    const { text } = await channel.fills('jun', forms[0], { reason: 'seen on its console' });
    expect(text).toContain('your choice is recorded');
    expect((await channel.failback('FB-TEST')).proofOverrides).toMatchObject([
      { reason: 'seen on its console' },
    ]);
  });

  it('says what to type where no form can be shown, and when the reason was left out', async () => {
    const channel = await lockedChannel();
    const words = 'Say why: /failback choose FB-TEST override <reason>';

    const typed = await channel.types('jun', 'choose override', { withoutForms: true });
    const pressed = await channel.presses('jun', 'FB-TEST', 'Commit without proof', {
      withoutForms: true,
    });

    expect([typed.text, pressed.text]).toEqual([words, words]);
    expect((await channel.failback('FB-TEST')).hold).toBeDefined();
  });

  it('takes more than spaces as a reason', async () => {
    const channel = await lockedChannel();
    const { forms } = await channel.presses('jun', 'FB-TEST', 'Commit without proof');

    const again = await channel.fills('jun', forms[0], { reason: '   ' });

    expect(again.forms).toHaveLength(1);
    expect((await channel.failback('FB-TEST')).hold).toBeDefined();
  });

  it.each([
    ['mina', 'somebody else has to decide'],
    ['kim', 'only an approver may decide this'],
  ])('is not for %s, who is refused before a reason is asked for', async (who, words) => {
    const channel = await lockedChannel();

    const { forms, text } = await channel.presses(who, 'FB-TEST', 'Commit without proof');

    expect(forms).toEqual([]);
    expect(text).toContain(words);
    expect((await channel.failback('FB-TEST')).hold).toBeDefined();
    expect(await channel.desk.last('FB-TEST')).toMatchObject({ type: 'attemptRefused' });
  });

  it('is not recorded from a form that was open while somebody else chose', async () => {
    const channel = await lockedChannel();
    const { forms } = await channel.presses('jun', 'FB-TEST', 'Commit without proof');
    await channel.types('ada', 'choose again');

    const { text } = await channel.fills('jun', forms[0], { reason: 'seen on its console' });

    expect(text).not.toContain('recorded');
    expect((await channel.failback('FB-TEST')).proofOverrides).toEqual([]);
  });

  it('is no way out of another hold', async () => {
    const channel = await lockedChannel();
    await channel.types('jun', 'choose again');
    await channel.desk.tell('FB-TEST', held('vmStarted', [], [lookAgain('verifying')]));

    expect((await channel.types('jun', 'choose override because I say so')).text).toContain(
      'not one of',
    );
    expect((await channel.failback('FB-TEST')).hold).toMatchObject({ reason: 'vmStarted' });
  });

  it('leaves a reason that was given for another choice in the record', async () => {
    const channel = await lockedChannel();

    await channel.types('jun', 'choose again the service was restarted');

    expect(await channel.desk.last('FB-TEST')).toMatchObject({
      type: 'holdReleased',
      by: { person: jun.person },
      choice: 'again',
      reason: 'the service was restarted',
    });
  });
});

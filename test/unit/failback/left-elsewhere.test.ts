import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../bot/failback/destination.ts';
import { nextStep } from '../../../bot/failback/next-step.ts';
import { renderEnd } from '../../../bot/publisher/end-message.ts';
import { type Story, storyAt } from '../../support/failback-story.ts';

const TO_B: Destination = { kind: 'alternateLocation', providerId: '/providers/b', server: 'b' };

const LEFT = {
  host: { name: 'HV-A', vmId: 'vm-a' },
  startAction: { vmId: 'vm-a', before: 'Start' },
} as const;

/** An earlier failback left a half-written VM on HV-A; this one is home, and reverse replication runs. */
function home(destination: Destination | undefined, server: string | undefined): Story {
  const story = storyAt('reversing');
  const entries = story.entries.map((entry) => {
    const { event } = entry;
    if (event.type === 'requested')
      return { ...entry, event: { ...event, doNotStart: true as const, left: LEFT } };
    return event.type === 'checked' && server
      ? { ...entry, event: { ...event, host: { name: server } } }
      : entry;
  });
  story.entries.splice(0, story.entries.length, ...entries);
  if (destination) story.to(destination);
  return story.intend('reverseReplicate').accept('reverseReplicate');
}

describe('a half-written VM that was left on another server', () => {
  it.each(['HV-B', undefined])(
    'is not made to start by itself when the VM has come home elsewhere: %s',
    (server) => {
      const story = home(TO_B, server);
      expect(story.failback).toMatchObject({ doNotStart: false, startAction: { before: 'Start' } });
      expect(nextStep(story.failback, story.now)).toEqual({ do: 'watch' });

      story.tell({ type: 'ended', end: 'abandoned', summary: 'Let go.' });

      expect(nextStep(story.failback, story.now)).toEqual({ do: 'nothing' });
      const said = JSON.stringify(renderEnd(story.failback, undefined));
      expect(said).not.toContain('automatic start');
      expect(said).toContain('Do not start the VM on {server}');
    },
  );

  it('is put back as it was when it has come home where it was left', () => {
    const here = home(undefined, 'HV-A');
    expect(nextStep(here.failback, here.now)).toEqual({ do: 'restoreHost' });
    const again = home(TO_B, 'HV-A');
    expect(nextStep(again.failback, again.now)).toEqual({ do: 'restoreHost' });
  });
});

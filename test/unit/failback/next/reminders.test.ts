import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { dueReminder, nextReminderAt } from '../../../../bot/failback/next/reminders.ts';
import { held, startOver } from '../../../../bot/failback/state/holds.ts';
import { type Story, storyAt } from '../../../support/failback-story.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const reminders = { beforeExpiryMs: 10 * MINUTE, onHoldMs: HOUR };

/** A question that is open for an hour. */
const question = (questionMs = HOUR) =>
  storyAt('awaitingCommit', { reminders, questionMs }).ask('commit');
const onHold = () =>
  storyAt('synchronizing', { reminders }).tell(held('jobFailed', [], [startOver]));

/** The minutes after which something is done, and what, when the bot does all that it is told. */
function course(story: Story, ms: number): readonly string[] {
  const from = story.now;
  const done: string[] = [];
  while (story.now - from <= ms) {
    const step = nextStep(story.failback, story.now);
    if (step.do !== 'wait') done.push(`${(story.now - from) / MINUTE}: ${step.do}`);
    if (step.do === 'remind')
      story.tell({ type: 'reminded', number: step.number, count: step.count });
    else if (step.do === 'wait' && step.until !== undefined) story.later(step.until - story.now);
    else return done;
  }
  return done;
}

describe('a question', () => {
  it('is called to mind at half of its time and shortly before it expires, once each', () => {
    expect(course(question(), DAY)).toEqual(['30: remind', '50: remind', '60: expireGate']);
  });

  it('is called to mind once where its time is short', () => {
    expect(course(question(20 * MINUTE), DAY)).toEqual(['10: remind', '20: expireGate']);
  });

  it('is called to mind once when both moments were missed', () => {
    const story = question().later(55 * MINUTE);

    expect(dueReminder(story.failback, story.now)).toEqual({ number: 3, count: 2 });
    story.tell({ type: 'reminded', number: 3, count: 2 });
    expect(dueReminder(story.failback, story.now)).toBeUndefined();
    expect(nextReminderAt(story.failback, story.now)).toBeUndefined();
  });

  it('that has expired is not called to mind any more', () => {
    const story = question().later(HOUR);

    expect(nextStep(story.failback, story.now)).toEqual({ do: 'expireGate' });
  });
});

describe('a hold', () => {
  it('is called to mind with pauses that grow to a day and never end', () => {
    const hours = course(onHold(), 5 * DAY).map((line) => Number.parseInt(line, 10) / 60);

    expect(hours).toEqual([1, 3, 7, 15, 31, 55, 79, 103]);
  });

  it('is called to mind once for all that was missed', () => {
    const story = onHold().later(10 * HOUR);

    expect(dueReminder(story.failback, story.now)).toMatchObject({ count: 3 });
    expect(nextReminderAt(story.failback, story.now)).toBe(story.now + 5 * HOUR);
  });
});

describe('nobody', () => {
  it('is reminded where nothing is asked, or the failback was started without reminders', () => {
    const idle = storyAt('synchronizing', { reminders }).later(DAY);
    const without = storyAt('awaitingCommit')
      .ask('commit')
      .later(45 * MINUTE);

    for (const { failback, now } of [idle, without]) {
      expect(dueReminder(failback, now)).toBeUndefined();
      expect(nextReminderAt(failback, now)).toBeUndefined();
    }
  });

  it('is reminded of an answer that came: a late reminder changes nothing', () => {
    const story = question();
    const before = story.failback;

    story.tell({ type: 'reminded', number: 1, count: 1 });

    expect(story.failback).toEqual({ ...before, revision: before.revision + 1 });
  });
});

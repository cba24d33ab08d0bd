import { describe, expect, it } from 'vitest';
import { askToCancelOrEnd } from '../../../../bot/failback/decide/decide.ts';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { observeJob } from '../../../../bot/failback/observe/observe.ts';
import { observeVm } from '../../../../bot/failback/observe/vm.ts';
import type { Job } from '../../../../bot/failback/ports/site-recovery.ts';
import { isMarked } from '../../../../bot/failback/state/coming-home.ts';
import { held, startOver } from '../../../../bot/failback/state/holds.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { job, task, waitingJob } from '../../../support/azure-records.ts';
import {
  jun,
  mina,
  POLICY,
  type Story,
  storyAt,
  storyOnHost,
} from '../../../support/failback-story.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';
import { homeVm } from '../../../support/home-vm.ts';

const downloading = job({
  tasks: [task('VmFailover', 'InProgress'), task('VmFoStartVmOnSecondary', 'NotStarted')],
});
const starting = job({
  tasks: [task('VmFailover', 'Succeeded'), task('VmFoStartVmOnSecondary', 'InProgress')],
});

const seeing = (story: Story, seen: Job) =>
  story.tell(...observeJob(story.failback, { job: seen }, story.now));
const looking = (story: Story, state: string) =>
  story.tell(
    ...observeVm(story.failback, homeVm(story.failback), {
      outcome: 'ok',
      value: vmSight({ state }),
      readAt: story.now,
    }),
  );
const wayOut = (story: Story, choice: string) => {
  const leadsTo = story.failback.hold?.choices.find(({ name }) => name === choice)?.leadsTo;
  return story.tell({
    type: 'holdReleased',
    by: jun,
    choice,
    leadsTo: leadsTo ?? 'abandoned',
    reason: 'It is well.',
  });
};

describe('a full download', () => {
  it('is on its way, and the VM down, from the moment the call may have arrived', () => {
    const story = storyAt('transferring').upTo('callAccepted');
    const intendedAt = story.now;
    story.later(40_000).accept('plannedFailover');

    expect(story.failback).toMatchObject({
      stage: 'transferring',
      downFrom: intendedAt,
      failoverJobId: 'job-failover',
    });
  });

  it('waits for nobody: it is watched until it is home, and the downtime ends with its job', () => {
    const story = storyAt('transferring').later(600_000);
    const endedAt = story.now - 5_000;

    expect(nextStep(story.failback, story.now)).toEqual({ do: 'watch' });
    seeing(story, job({ state: 'Succeeded', endedAt }));
    expect(story.failback).toMatchObject({ stage: 'verifying', downUntil: endedAt });
    expect(story.failback.decisions.map(({ kind }) => kind)).toEqual(['direction']);
  });

  it('can not be cancelled like a failback of which nothing was started', () => {
    const { failback } = storyAt('transferring');

    expect(askToCancelOrEnd(failback, mina, undefined)).toMatchObject({
      events: [
        {
          type: 'held',
          reason: 'cancelAsked',
          evidence: expect.arrayContaining([
            {
              name: 'azureVm',
              value: coded('azureVmStopping'),
            },
          ]),
        },
      ],
    });
  });

  it.each(['Cancelled', 'Failed'])('that %s in Azure asks, and the VM stays down', (state) => {
    const story = storyAt('transferring');
    const { downFrom } = story.failback;
    seeing(story, job({ state }));

    expect(isMarked(story.failback)).toBe(state === 'Cancelled');
    wayOut(story.later(60_000), 'again');
    expect(story.failback).toMatchObject({ stage: 'checking', downFrom });
    expect(story.failback.synchronization).toBe('fullDownload');
  });

  it('that starts over goes on counting the downtime that has begun', () => {
    const story = storyAt('transferring');
    const { downFrom } = story.failback;
    story.tell(held('jobFailed', [], [startOver]));
    wayOut(story.later(60_000), 'again');
    story
      .tell({ type: 'checked', checks: [], totalSizeMb: 1 })
      .pass('direction', 'plannedFailover');

    expect(story.failback).toMatchObject({ stage: 'transferring', downFrom });
  });
});

describe('a full download whose job waits for complete failover', () => {
  const waiting = () => seeing(storyAt('transferring').later(60_000), waitingJob());

  it('stops and asks: that is not what was asked for', () => {
    const { hold, stage } = waiting().failback;

    expect(stage).toBe('transferring');
    expect(hold?.reason).toBe('changedElsewhere');
    expect(hold?.choices.map(({ name, leadsTo }) => `${name} ${leadsTo}`)).toEqual([
      'again transferring',
      'follow awaitingCompletion',
      'abandon abandoned',
    ]);
  });

  it('goes on as a synchronization before failover: the Azure VM runs, nothing is down', () => {
    const { failback } = wayOut(waiting(), 'follow');

    expect(failback).toMatchObject({
      stage: 'awaitingCompletion',
      synchronization: 'beforeFailover',
      job: { phase: 'waiting' },
    });
    expect(failback.downFrom).toBeUndefined();
    expect(nextStep(failback, 0)).toEqual({ do: 'openGate', gate: 'complete' });
  });
});

describe('the on-premises VM during a full download', () => {
  it('that was just seen running may have been started by Azure: no alarm yet', () => {
    const story = looking(storyOnHost('transferring'), 'Running');
    seeing(story.later(POLICY.settleMs - 1), downloading);

    expect(story.failback.hold).toBeUndefined();
    expect(isMarked(story.failback)).toBe(false);
  });

  it('that runs on while its disks are still written is an alarm', () => {
    const story = looking(storyOnHost('transferring'), 'Starting');
    looking(story.later(POLICY.settleMs - 1), 'Running');
    seeing(story.later(1), downloading);

    expect(story.failback).toMatchObject({
      onPremises: [{ isMarked: true }],
      hold: {
        reason: 'vmStarted',
        choices: [
          { name: 'cancel' },
          { name: 'cancel-again' },
          { name: 'anyway' },
          { name: 'abandon' },
        ],
      },
    });
  });

  it('that Azure is starting, or that was turned off again, is none', () => {
    const started = looking(storyOnHost('transferring'), 'Running').later(POLICY.settleMs * 2);
    const off = looking(looking(storyOnHost('transferring'), 'Running'), 'Off');

    expect(seeing(started, starting).failback.hold).toBeUndefined();
    expect(seeing(off.later(POLICY.settleMs * 2), downloading).failback.hold).toBeUndefined();
  });

  it('is still on when its server falls silent', () => {
    const story = looking(storyOnHost('transferring'), 'Running');
    const silent = { outcome: 'unreachable', why: 'No session.' } as const;
    story.tell(...observeVm(story.failback, homeVm(story.failback), silent));

    expect(seeing(story.later(POLICY.settleMs), downloading).failback.hold?.reason).toBe(
      'vmStarted',
    );
  });

  it('is looked at anew after a person went on anyway', () => {
    const story = looking(storyOnHost('transferring'), 'Running');
    seeing(story.later(POLICY.settleMs), downloading);
    wayOut(story, 'anyway');

    expect(seeing(story, downloading).failback.hold).toBeUndefined();
    looking(story, 'Running');
    seeing(story.later(POLICY.settleMs), downloading);
    expect(story.failback.hold?.reason).toBe('vmStarted');
  });
});

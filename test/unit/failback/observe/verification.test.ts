import { describe, expect, it } from 'vitest';
import {
  commitDifferences,
  type ExaminedVm,
  isVerifiedVmWatched,
  judgeVerification,
  observeVerifiedVm,
} from '../../../../bot/failback/observe/verification.ts';
import type { OnPremisesVm } from '../../../../bot/failback/on-premises/on-premises-vm.ts';
import { prove } from '../../../../bot/failback/on-premises/proofs.ts';
import { verifiedVm } from '../../../../bot/failback/on-premises/verified-vm.ts';
import type { VmSnapshot } from '../../../../bot/failback/ports/hyperv-host.ts';
import { commitFacts, examinedIn } from '../../../../bot/failback/state/commit-facts.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { type Fact, type Subject, subjectOf } from '../../../../bot/failback/words/facts.ts';
import type { FactName } from '../../../../bot/failback/words/names.ts';
import type { Statement } from '../../../../bot/failback/words/statement.ts';
import { jun, type Story, storyOnHost } from '../../../support/failback-story.ts';
import { UP } from '../../../support/fakes/fake-host.ts';
import { vmSight } from '../../../support/fakes/scripted-host.ts';
import { homeVm } from '../../../support/home-vm.ts';

/** What a look at the VM of a story shows, as the runner makes it. */
function look(story: Story, change: Partial<VmSnapshot> = {}): ExaminedVm {
  const sight = vmSight({ ...UP, ...change });
  const proofs = prove({ vm: { outcome: 'ok', value: sight, readAt: 0 } }, { ports: [] });
  return { vm: homeVm(story.failback), proofs, verified: verifiedVm('HV-A', sight) };
}

function silent(story: Story, outcome: 'unreachable' | 'absent' = 'unreachable'): ExaminedVm {
  const proofs = prove({ vm: { outcome, why: 'It is so.' } }, { ports: [] });
  return { vm: homeVm(story.failback), proofs, unseen: outcome };
}

const judge = (story: Story, examined: ExaminedVm, isPatienceOver = false) =>
  judgeVerification(story.failback, [examined], isPatienceOver);

/** The VM is verified, and its commit is waited for. */
function verified(change: Partial<VmSnapshot> = {}): Story {
  const story = storyOnHost('verifying');
  return story.tell(...judge(story, look(story, change)));
}

const typesOf = (events: readonly FailbackEvent[]) => events.map(({ type }) => type);

describe('the verification of a VM that has come home', () => {
  it('leads to the question about the commit when every proof holds, and keeps what was seen', () => {
    const { failback } = verified();

    expect(failback.stage).toBe('awaitingCommit');
    expect(homeVm(failback)).toMatchObject({
      proofs: expect.arrayContaining([expect.objectContaining({ name: 'running', holds: true })]),
      verified: { host: 'HV-A', vmId: 'vm-web-01', state: 'Running' },
    });
  });

  it('looks again as long as somebody may be patient, and then asks a person', () => {
    const story = storyOnHost('verifying');
    const booting = () => look(story, { heartbeat: 'noContact' });

    expect(typesOf(judge(story, booting()))).toEqual(['proofsObserved']);
    story.tell(...judge(story, booting()));
    expect(judge(story, booting())).toEqual([]);
    const [held] = judge(story, booting(), true);
    expect(held).toMatchObject({
      type: 'held',
      reason: 'notProven',
      choices: [
        { name: 'again', leadsTo: 'verifying' },
        {
          name: 'override',
          leadsTo: 'verifying',
          letsPass: [{ itemId: homeVm(story.failback).itemId, proof: 'heartbeat' }],
        },
        { name: 'abandon' },
      ],
    });
  });

  it('says that nobody looked where no host connector knows the server', () => {
    const story = storyOnHost('verifying');
    const vm: OnPremisesVm = homeVm(story.failback);

    expect(judge(story, { vm, proofs: [] })).toMatchObject([
      { type: 'verified', outcome: 'notChecked' },
    ]);
  });

  it('lets pass what an override names, after one more look, and nothing else', () => {
    const story = storyOnHost('verifying');
    story.tell(...judge(story, look(story, { heartbeat: 'noContact' }), true));
    story.tell({
      type: 'holdReleased',
      by: jun,
      choice: 'override',
      leadsTo: 'verifying',
      reason: 'It has no guest services.',
    });
    expect(story.failback.stage).toBe('verifying');

    expect(judge(story, look(story, { heartbeat: 'noContact', addresses: [] }))).not.toContainEqual(
      expect.objectContaining({ type: 'verified' }),
    );
    expect(judge(story, look(story, { heartbeat: 'noContact' }))).toMatchObject([
      { type: 'verified', outcome: 'overridden' },
    ]);
    expect(judge(story, look(story))).toMatchObject([{ type: 'verified', outcome: 'passed' }]);
  });
});

describe('a VM that nobody saw, and whose commit is let pass all the same', () => {
  it('is approved as not seen, and stays so as long as its server says the same', () => {
    const story = storyOnHost('verifying');
    story.tell(...judge(story, silent(story), true));
    story.tell({
      type: 'holdReleased',
      by: jun,
      choice: 'override',
      leadsTo: 'verifying',
      reason: 'It was seen on its console.',
    });
    story.tell(...judge(story, silent(story)));
    expect(story.failback.stage).toBe('awaitingCommit');

    const asked = commitFacts(story.failback, examinedIn(story.failback));
    const same = commitFacts(story.failback, [silent(story)]);
    expect(commitDifferences(asked, same)).toEqual([]);
    const gone = commitFacts(story.failback, [silent(story, 'absent')]);
    expect(commitDifferences(asked, gone)).toHaveLength(1);
  });
});

describe('a VM whose commit is waited for', () => {
  it('is watched, but not on hold, in another stage, or where nobody looks', () => {
    const { failback } = verified();
    const vm = homeVm(failback);
    const { host: _, ...unknown } = vm;

    expect(isVerifiedVmWatched(failback, vm)).toBe(true);
    expect(isVerifiedVmWatched({ ...failback, stage: 'verifying' }, vm)).toBe(false);
    expect(isVerifiedVmWatched(failback, { ...vm, isDestination: false })).toBe(false);
    expect(isVerifiedVmWatched(failback, { ...vm, proofs: [] })).toBe(false);
    expect(isVerifiedVmWatched(failback, unknown)).toBe(false);
    const { hold } = verified().tell({
      type: 'held',
      reason: 'askedFor',
      evidence: [],
      choices: [],
    }).failback;
    expect(isVerifiedVmWatched({ ...failback, ...(hold && { hold }) }, vm)).toBe(false);
  });

  it('changes nothing as long as it is as it was verified', () => {
    const story = verified().ask('commit');

    expect(observeVerifiedVm(story.failback, look(story, { addresses: ['192.0.2.9'] }))).toEqual(
      [],
    );
    expect(observeVerifiedVm(story.failback, silent(story))).toEqual([]);
  });

  it.each<[string, Partial<VmSnapshot>, readonly Subject[]]>([
    [
      'is turned off',
      { state: 'Off' },
      [{ name: 'onPremisesPower' }, { name: 'proof', proof: 'running' }],
    ],
    ['gets a checkpoint', { checkpoints: 1 }, [{ name: 'checkpoints' }]],
    [
      'loses a disk',
      { disks: [] },
      [{ name: 'onPremisesDisks' }, { name: 'proof', proof: 'disks' }],
    ],
    ['loses its adapter', { switches: [] }, [{ name: 'networkAdapters' }]],
    ['is another VM', { id: 'vm-other' }, [{ name: 'onPremisesVm' }]],
  ])('that %s has its question withdrawn, and is verified again', (_, change, changed) => {
    const story = verified().ask('commit');

    const events = observeVerifiedVm(story.failback, look(story, change));
    expect(typesOf(events)).toEqual(['gateWithdrawn', 'verificationVoided']);
    story.tell(...events);
    expect(story.failback.stage).toBe('verifying');
    expect(story.failback.gate).toBeUndefined();
    expect(story.failback.voided.map(subjectOf)).toEqual(changed);
  });

  it('that is gone from its server is told by that alone', () => {
    const story = verified().ask('commit');

    const [, voided] = observeVerifiedVm(story.failback, silent(story, 'absent'));
    expect(voided).toEqual({
      type: 'verificationVoided',
      differences: [
        {
          name: 'onPremisesVm',
          asked: coded('vmOnHost', { host: 'HV-A', vmId: 'vm-web-01' }),
          now: coded('notSeenAbsent'),
        },
      ],
    });
  });

  it('is verified again also before the question is open', () => {
    const story = verified();

    expect(typesOf(observeVerifiedVm(story.failback, look(story, { state: 'Off' })))).toEqual([
      'verificationVoided',
    ]);
  });

  it('has what changed shown in the next question', () => {
    const story = verified().ask('commit');
    story.tell(...observeVerifiedVm(story.failback, look(story, { checkpoints: 1 })));
    story.tell(...judge(story, look(story, { checkpoints: 1 })));

    expect(story.failback).toMatchObject({
      stage: 'awaitingCommit',
      voided: [{ name: 'checkpoints', asked: '0', now: '1' }],
    });
  });
});

describe('what differs of an approved commit', () => {
  const fact = (about: Subject<FactName>, value: Statement): Fact => ({ ...about, value });
  const location = { name: 'activeLocation' } as const;
  const vmOf = (vm: string) => ({ name: 'onPremisesVm', vm }) as const;
  const checkpointsOf = (vm: string) => ({ name: 'checkpoints', vm }) as const;
  const onHost = (vmId: string) => coded('vmOnHost', { host: 'HV-A', vmId });

  it('is told once of a VM that is not seen, and in full of every other VM and of Azure', () => {
    const asked = [
      fact(location, coded('locationOnPremises')),
      fact(vmOf('db-01'), onHost('vm-db')),
      fact(checkpointsOf('db-01'), '0'),
      fact(vmOf('web-01'), onHost('vm-web')),
      fact(checkpointsOf('web-01'), '0'),
    ];
    const now = [
      fact(location, coded('locationAzure')),
      fact(vmOf('db-01'), coded('notSeenAbsent')),
      fact({ name: 'proof', proof: 'onPremisesVm', vm: 'db-01' }, coded('proofDoesNotHold')),
      fact(vmOf('web-01'), onHost('vm-web')),
    ];

    expect(commitDifferences(asked, now).map(subjectOf)).toEqual([
      location,
      vmOf('db-01'),
      checkpointsOf('web-01'),
    ]);
  });
});

import { decideToAskNow, nextNumber } from '../../../../bot/failback/decide/ask-now.ts';
import {
  askForHold,
  askToCancelOrEnd,
  castVote,
  releaseHold,
} from '../../../../bot/failback/decide/decide.ts';
import { castWaveVote, challengeWord } from '../../../../bot/failback/runs/answer-wave.ts';
import { waitingWaves } from '../../../../bot/failback/runs/ask-run-now.ts';
import { waveGates } from '../../../../bot/failback/runs/wave-question.ts';
import type { Actor } from '../../../../bot/failback/state/events.ts';
import { isGoingOn, membersOf } from '../../../../bot/failback/state/run.ts';
import { decideTogether } from '../../../../bot/store/decide-together.ts';
import type { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { ada, jun, lea } from '../../../support/failback-story.ts';
import type { ManualClock } from '../../../support/manual-clock.ts';
import type { Ballot } from './stories.ts';

/** Two whose vote counts are left where one has overridden or hurried. */
const APPROVERS = [jun, ada, lea];

/** Those who decide about one failback of a life, through one life of the bot. */
export class People {
  private readonly id: string;
  private readonly failbacks: FailbackRepository;
  private readonly clock: ManualClock;

  constructor(id: string, failbacks: FailbackRepository, clock: ManualClock) {
    this.id = id;
    this.failbacks = failbacks;
    this.clock = clock;
  }

  async vote({ by, vote, isRight, isOld }: Ballot): Promise<void> {
    const now = this.clock.now();
    await this.decide(by, (failback) => {
      const { gate } = failback;
      const answer = gate?.kind === 'commit' ? failback.target.name : 'azure';
      const number = (gate?.number ?? 0) - (isOld ? 1 : 0);
      return castVote(failback, { by, number, vote, typed: isRight ? answer : 'nonsense' }, now);
    });
  }

  /** As many as any policy asks for. */
  async approve(): Promise<void> {
    for (const by of APPROVERS)
      await this.vote({ by, vote: 'approve', isRight: true, isOld: false });
  }

  /** Every question to a wave of the run is answered for all of its VMs at once. */
  async approveWaves(run: string): Promise<void> {
    const isOpen = ({ open }: { readonly open: readonly unknown[] }) => open.length > 0;
    const found = await this.failbacks.run(run);
    const kinds = (found ? waveGates(found) : []).filter(isOpen).map(({ about }) => about);
    for (const by of APPROVERS) {
      for (const kind of kinds) await this.approveWave(run, kind, by);
    }
  }

  private async approveWave(runId: string, kind: string, by: Actor): Promise<void> {
    const at = this.clock.now();
    await decideTogether(this.failbacks, { by, attempt: 'act', at }, async () => {
      const run = await this.failbacks.run(runId);
      const questions = run === undefined ? [] : waveGates(run);
      const question = questions.find(({ about, open }) => about === kind && open.length > 0);
      if (question === undefined) return [];
      const typed = challengeWord(question);
      return castWaveVote(question, { by, vote: 'approve', ...(typed && { typed }) }, at);
    });
  }

  /** Everything of the run that goes on is stopped with one reason. */
  async holdRun(by: Actor, runId: string): Promise<void> {
    const at = this.clock.now();
    await decideTogether(this.failbacks, { by, attempt: 'act', at }, async () => {
      const run = await this.failbacks.run(runId);
      const open = (run ? membersOf(run) : []).filter(isGoingOn);
      return open.map((failback) => ({
        failback,
        decided: askForHold(failback, by, 'Wait.', true),
      }));
    });
  }

  /** What waits first for the maintenance window is asked now, for all VMs of its wave. */
  async askRunNow(by: Actor, runId: string): Promise<void> {
    const at = this.clock.now();
    await decideTogether(this.failbacks, { by, attempt: 'act', at }, async () => {
      const run = await this.failbacks.run(runId);
      const [first] = run ? waitingWaves(run, at) : [];
      return (first?.waiting ?? []).map((failback) => ({
        failback,
        decided: decideToAskNow(
          failback,
          { by, number: nextNumber(failback), reason: 'It is urgent.' },
          at,
        ),
      }));
    });
  }

  async askNow(by: Actor): Promise<void> {
    const now = this.clock.now();
    await this.decide(by, (failback) =>
      decideToAskNow(failback, { by, number: nextNumber(failback), reason: 'It is urgent.' }, now),
    );
  }

  /** The choice at this place; beyond the last one it begins again with the first. */
  async release(by: Actor, index: number): Promise<void> {
    await this.decide(by, (failback) => {
      const { hold } = failback;
      const name = hold?.choices[index % hold.choices.length]?.name ?? 'abandon';
      return releaseHold(failback, by, { number: hold?.number ?? 0, name, reason: 'because' });
    });
  }

  async cancel(by: Actor): Promise<void> {
    await this.decide(by, (failback) => askToCancelOrEnd(failback, by, undefined));
  }

  async hold(by: Actor): Promise<void> {
    await this.decide(by, (failback) => askForHold(failback, by, 'Wait.'));
  }

  private async decide(
    by: Actor,
    decision: Parameters<FailbackRepository['decide']>[2],
  ): Promise<void> {
    await this.failbacks.decide(this.id, { by, attempt: 'act', at: this.clock.now() }, decision);
  }
}

import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shortWords } from '../../chat/message/shorten.ts';
import type { ObservedVm } from '../../failback/on-premises/on-premises-vm.ts';
import type { Proof } from '../../failback/on-premises/proofs.ts';
import type { HostAnswer } from '../../failback/ports/hyperv-host.ts';
import { namedState } from '../../failback/words/statement.ts';
import { subjectWords } from './subject-words.ts';

/** Hyper-V's own states are single words. */
export const MAX_STATE = 60;

/** A look at the on-premises VM, in words. */
export function vmWords({ outcome, state = '', checkpoints = 0 }: ObservedVm): Words {
  return outcome === 'ok'
    ? phrase(
        '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}',
        { state: shortWords(namedState(state), MAX_STATE), checkpoints },
      )
    : (UNSEEN[outcome] ?? phrase('not seen, {outcome}', { outcome }));
}

const UNSEEN: Readonly<Record<string, Words>> = {
  unreachable: phrase('not seen, its server was not reached'),
  forbidden: phrase('not seen, the account of the bot may not look'),
  absent: phrase('not seen, its server has no such VM'),
  failed: phrase('not seen, its server could not say'),
  unknown: phrase('not seen, its server gave no certain answer'),
} satisfies Record<Exclude<HostAnswer<never>['outcome'], 'ok'>, Words>;

/** The proofs that do not hold, each with what was found instead, in sentences. */
export function missing(proofs: readonly Proof[]): Words {
  const list = proofs
    .filter(({ holds }) => !holds)
    .map((proof) =>
      phrase('{name}: {finding}', { name: subjectWords(proof), finding: proof.finding }),
    );
  return phrase('{all}', { all: { list, between: ' ' } });
}

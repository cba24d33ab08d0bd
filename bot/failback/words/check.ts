import type { Subject } from './facts.ts';
import type { CheckName } from './names.ts';
import type { Statement } from './statement.ts';
/** One thing that was looked at before a failback. */
export interface Check extends Subject<CheckName> {
  /**
   * `notSupported`: the evidence is not clear, so an approver may let it pass, by name and with a reason. `blocked`: it
   * stands in the way, whatever anybody says.
   */
  readonly outcome: 'ok' | 'warning' | 'notSupported' | 'blocked' | 'notChecked';
  /** What was found and, where it is not ok, what to do; in words for people. */
  readonly finding: Statement;
  /** Where it is written down in public. */
  readonly source?: string;
}

type Make = (name: CheckName, finding: Statement, source?: string) => Check;

const make =
  (outcome: Check['outcome']): Make =>
  (name, finding, source) => ({
    name,
    outcome,
    finding,
    ...(source !== undefined && { source }),
  });

export const ok = make('ok');
export const warning = make('warning');
export const notSupported = make('notSupported');
export const blocked = make('blocked');
export const notChecked = make('notChecked');

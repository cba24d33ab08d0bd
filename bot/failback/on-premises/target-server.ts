import type { HostAnswer, HostSnapshot } from '../ports/hyperv-host.ts';
import { coded } from '../words/coded.ts';
import type { Fact } from '../words/facts.ts';
import type { Statement } from '../words/statement.ts';
import { withoutThose } from './switches.ts';

/** The server on which a VM is to be made, as it is when the direction is asked for, and right before the start. */
export interface TargetServer {
  /** Its name in the settings. */
  readonly host: string;
  readonly server: HostAnswer<HostSnapshot>;
  /** Names of the virtual switches that the VM needs there, as far as anybody says. */
  readonly needed: readonly string[];
}

/** What is approved of the server on which the VM is made: its Windows, its role, and the switches that the VM needs. */
export function targetFacts({ server, needed }: TargetServer): readonly Fact[] {
  if (server.outcome !== 'ok')
    return [
      { name: 'windows', value: coded('notSeen') },
      { name: 'virtualSwitches', value: coded('notSeen') },
    ];
  return [
    { name: 'windows', value: windowsFact(server.value) },
    { name: 'virtualSwitches', value: switchesFact(needed, server.value) },
  ];
}

const windowsFact = ({ windows, isServerCore, isHypervInstalled }: HostSnapshot): Statement => ({
  list: [
    windows,
    ...(isServerCore ? [coded('windowsServerCore')] : []),
    ...(isHypervInstalled ? [] : [coded('noHypervRole')]),
  ],
  between: ', ',
});

function switchesFact(needed: readonly string[], { switches }: HostSnapshot): Statement {
  const missing = withoutThose(needed, switches);
  const there = withoutThose(needed, missing);
  return {
    list: [
      there.length === 0 ? coded('nothing') : { list: there, between: ', ' },
      ...missing.map((name) => coded('notThere', { name })),
    ],
    between: '; ',
  };
}

/** Whether a fact is about the server: somebody may have said to go on without looking at it. */
export const isOfTarget = ({ name }: Pick<Fact, 'name'>): boolean =>
  name === 'windows' || name === 'virtualSwitches';

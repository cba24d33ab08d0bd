import type { GateKind } from '../failback/gates.ts';

/** What a gate is called in sentences: Azure's own words for what it leads to. */
export const GATE_NAMES: Readonly<Record<GateKind, string>> = {
  switch: 'the virtual switch',
  direction: 'direction',
  complete: 'complete failover',
  action: 'an action of the recovery plan',
  commit: 'commit',
  reverse: 'reverse replicate',
};

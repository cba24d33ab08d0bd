import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { GateKind } from '../../failback/state/gates.ts';

/** What a gate is called in sentences: Azure's own words for what it leads to. */
export const GATE_NAMES: Readonly<Record<GateKind, Phrase>> = {
  switch: phrase('the virtual switch'),
  direction: phrase('direction'),
  complete: phrase('complete failover'),
  action: phrase('an action of the recovery plan'),
  commit: phrase('commit'),
  reverse: phrase('reverse replicate'),
};

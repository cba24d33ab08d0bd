import type { Stage } from '../../bot/failback/state/stages.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Scene, SceneOptions } from './scene.ts';

/** A way home, as a script: where it plays, who does what, and what has to come of it. */
export interface Scenario {
  /** As it is typed behind `npm run rehearse --`. */
  readonly name: string;
  /** One line for those who choose. */
  readonly summary: string;
  /** What is different in the data centre, in the chats and in the settings. */
  readonly scene: Partial<SceneOptions>;
  /** What has happened in the data centre before anybody asks the bot. */
  readonly arrange?: (scene: Scene) => void;
  readonly play: (rehearsal: Rehearsal) => Promise<void>;
  readonly outcome: Outcome;
}

/** What has to be true when the play is over. */
export interface Outcome {
  /** The VMs that are at home with every block, and the server on which each is. */
  readonly home: readonly HomeVm[];
  /** Every failback, in the order in which they were asked for, with all stages it went through. */
  readonly failbacks: readonly { readonly of: string; readonly stages: readonly Stage[] }[];
  /** The calls that Azure carried out, by the VM or recovery plan they were about. There were no others. */
  readonly calls: Readonly<Record<string, CallCounts>>;
}

interface HomeVm {
  readonly vm: string;
  /** Default: the first server. */
  readonly on?: string;
}

/** How often; never, where nothing is said. */
export interface CallCounts {
  readonly plannedFailover?: number;
  readonly resume?: number;
  readonly cancel?: number;
  readonly failoverCommit?: number;
  readonly reProtect?: number;
}

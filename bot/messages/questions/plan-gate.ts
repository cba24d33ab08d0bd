import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten } from '../../chat/message/shorten.ts';
import { vmsOf } from '../../failback/site-recovery/target.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import type { GateWords } from '../words/question-words.ts';

/** What a plan's author wrote is shown in this many characters. */
const MAX_INSTRUCTIONS = 400;
const MAX_ACTION = 60;

/** The words of a gate for a whole recovery plan. */
export function planGateWords(kind: PlanKind, plan: string, failback: Failback): GateWords {
  const vms = vmsOf(failback.target).length;
  return WORDS[kind]({ plan, vms, failback });
}

interface About {
  readonly plan: string;
  readonly vms: number;
  readonly failback: Failback;
}

/** A plan goes to the original location, where no switch is missing. */
type PlanKind = Exclude<GateKind, 'switch'>;

const WORDS: Readonly<Record<PlanKind, (about: About) => GateWords>> = {
  direction: ({ plan, vms, failback }) => ({
    title: phrase('Direction: bring the recovery plan {plan} home from Azure to on-premises?', {
      plan,
    }),
    calls: WAYS[failback.synchronization].calls(vms),
    goesDown: WAYS[failback.synchronization].goesDown,
    irreversible: phrase(
      'The on-premises disks of all VMs are overwritten with the data from Azure. Once started, the synchronization must finish: stopping it leaves them inconsistent.',
    ),
    challenge: phrase('On which side are the VMs live now?'),
  }),
  complete: ({ plan, vms }) => ({
    title: phrase(
      'Complete failover: take the VMs of {plan} down in Azure and start them on-premises?',
      { plan },
    ),
    calls: phrase(
      'Complete failover: the waiting job of the plan is resumed. The VMs start group after group.',
    ),
    goesDown: phrase(
      'All {vms} VMs stop in Azure. Each is down until it has started on-premises.',
      { vms },
    ),
    irreversible: phrase(
      'The shutdown in Azure. The bot cannot start the Azure VMs again; they are kept, stopped, until the commit.',
    ),
  }),
  action: ({ plan, failback }) => ({
    title: actionTitle(plan, shortened(actionOf(failback)?.name, MAX_ACTION)),
    calls: phrase('The job of the plan is resumed: it goes on with its next step.'),
    goesDown: phrase('Nothing by this alone. The plan goes on with its next step.'),
    irreversible: phrase('The plan goes on: say that it is done only when it is.'),
    instructions: instructionsOf(failback) ?? phrase('The plan gives no instructions.'),
  }),
  commit: ({ plan, vms }) => ({
    title: phrase('Commit: delete the VMs of {plan} in Azure for good?', { plan }),
    calls: phrase(
      'Commit of the failback of all {vms} VMs. Check first that they work on-premises.',
      { vms },
    ),
    goesDown: phrase(
      'Nothing. The VMs run on-premises. After the commit they are not protected until reverse replication is healthy.',
    ),
    irreversible: phrase(
      'The Azure VMs and their disks are deleted, all of them. There is no way back after this.',
    ),
    challenge: phrase('Type the name of the recovery plan.'),
  }),
  reverse: ({ plan }) => ({
    title: phrase('Reverse replicate: protect the VMs of {plan} in Azure again?', { plan }),
    calls: phrase('Reverse replicate: replication of all VMs from on-premises to Azure starts.'),
    goesDown: phrase('Nothing. Until it is healthy, the VMs are not protected.'),
    irreversible: phrase('Nothing.'),
  }),
};

const shortened = (text: string | undefined, length: number): string | undefined =>
  text === undefined ? undefined : shorten(text, length);

/** In the words of whoever made the plan. */
function instructionsOf(failback: Failback): Words | undefined {
  const { instructions = '' } = actionOf(failback) ?? {};
  return instructions === ''
    ? undefined
    : phrase('“{text}”', { text: shorten(instructions, MAX_INSTRUCTIONS) });
}

/** Once the plan has gone on, its job does not show which action it was. */
const actionTitle = (plan: string, action: Words | undefined): Words =>
  action === undefined
    ? phrase('Action of the recovery plan {plan}. Is it done?', { plan })
    : phrase('Action of the recovery plan {plan}: “{action}”. Is it done?', { plan, action });

const actionOf = ({ job }: Failback) => job?.action;

const WAYS = {
  beforeFailover: {
    calls: (vms: number) =>
      phrase(
        'Planned failover of all {vms} VMs of the plan from Azure to on-premises, to the original location, with data synchronization before failover.',
        { vms },
      ),
    goesDown: phrase('Nothing yet. The Azure VMs keep running while the changes are copied.'),
  },
  fullDownload: {
    calls: (vms: number) =>
      phrase(
        'Planned failover of all {vms} VMs of the plan from Azure to on-premises, to the original location, with a full download.',
        { vms },
      ),
    goesDown: phrase(
      'All VMs stop in Azure at once. Each is down until it has started on-premises.',
    ),
  },
} as const;

import type { Command } from '../bot/chat/command.ts';
import type { Line } from '../bot/chat/message/message.ts';
import { phrase, type Words } from '../bot/chat/message/phrase.ts';
import { compose, bulletList as lines, note, paragraph, title } from '../bot/chat/message/say.ts';
import { shownName } from '../bot/chat/message/shorten.ts';
import { sameId } from '../bot/failback/ports/site-recovery.ts';
import { armIdOf, hasItem } from '../bot/failback/site-recovery/target.ts';
import type { MarkedVm } from '../bot/failback/state/coming-home.ts';
import type { Failback } from '../bot/failback/state/failback.ts';
import { type FoundPlan, listPlans, vmsAway } from './find/find-plan.ts';
import { type FoundItem, listItems } from './find/find-target.ts';

/** A chat message holds this many lines comfortably. */
const MAX_LINES = 40;
const MAX_PLANS = 10;

export const list: Command = {
  name: 'list',
  usage: phrase('[part of a name]'),
  summary: phrase('The protected VMs, where they run and which can come home.'),
  role: 'viewer',
  acts: false,

  async run({ words }, desk) {
    const part = words.join(' ').toLowerCase();
    const items = (await listItems(desk)).filter(({ item }) =>
      item.name.toLowerCase().includes(part),
    );
    const open = await desk.failbacks.listOpen();
    const marked = await desk.failbacks.listMarked();
    const sorted = [...items].sort(
      (a, b) => rank(a) - rank(b) || a.item.name.localeCompare(b.item.name),
    );
    const plans = (await listPlans(desk)).filter(({ plan }) =>
      plan.name.toLowerCase().includes(part),
    );
    if (sorted.length === 0 && plans.length === 0)
      return compose(
        paragraph(
          part === ''
            ? phrase('The vaults protect no VM.')
            : phrase('No protected VM has that in its name. /failback list shows all.'),
        ),
      );
    return compose(
      title(phrase('Protected VMs: {count}', { count: sorted.length })),
      lines(sorted.slice(0, MAX_LINES).map((found) => itemLine(found, open, marked))),
      plans.length === 0
        ? undefined
        : paragraph(phrase('Recovery plans: {count}', { count: plans.length })),
      lines(plans.slice(0, MAX_PLANS).map((found) => planLine(found, open))),
      sorted.length > MAX_LINES
        ? note(
            phrase('{count} more. Narrow it down: /failback list web', {
              count: sorted.length - MAX_LINES,
            }),
          )
        : note(phrase('/failback check <vm> says whether one is ready to come home.')),
    );
  },
};

/** The mark in a line of its VM; `check` says it at length. */
const MARK = phrase('do not start the VM on-premises');

/** What can come home is what people look for. */
const rank = ({ item }: FoundItem) => (item.activeLocation === 'azure' ? 0 : 1);

const PLACES = {
  azure: phrase('in Azure'),
  onPremises: phrase('on-premises'),
  unknown: phrase('place not known'),
} as const;

function itemLine(
  { vault, item }: FoundItem,
  open: readonly Failback[],
  marked: readonly MarkedVm[],
): Line {
  const isAbout = ({ target }: Failback) => hasItem(target, vault, item.id);
  const isAboutMarked = ({ failback: { target }, vm }: MarkedVm) =>
    target.vault === vault && sameId(vm.itemId, item.id);
  const failback = open.find(isAbout);
  const { activeLocation, protectionStateDescription, fabricName } = item;
  return [
    { bold: shownName(item.name) },
    '  ',
    PLACES[activeLocation],
    ', ',
    phrase('Azure says “{state}”', { state: protectionStateDescription }),
    `, ${fabricName}`,
    ...(failback === undefined ? [] : [', ', openWords(failback)]),
    ...(marked.some(isAboutMarked) ? [', ', { bold: MARK }] : []),
  ];
}

/** Where a plan's VMs are, because the plan itself does not tell. */
function planLine(found: FoundPlan, open: readonly Failback[]): Line {
  const { plan, target } = found;
  const failback = open.find((one) => sameId(armIdOf(one.target), plan.id));
  return [
    { bold: shownName(plan.name) },
    '  ',
    phrase('{away} of {all} VMs in Azure', {
      away: vmsAway(found).length,
      all: target.items.length,
    }),
    ...(failback === undefined ? [] : [', ', openWords(failback)]),
  ];
}

const openWords = ({ id, wave }: Failback): Words =>
  wave === undefined
    ? phrase('{id} is open', { id })
    : phrase('{id} of {run} is open', { id, run: wave.run });

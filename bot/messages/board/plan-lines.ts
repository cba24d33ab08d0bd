import type { Line } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten, shortWords } from '../../chat/message/shorten.ts';
import { isProven } from '../../failback/on-premises/proofs.ts';
import { sameId } from '../../failback/ports/site-recovery.ts';
import type { PlanVm } from '../../failback/site-recovery/plan-vm.ts';
import type { TargetVm } from '../../failback/site-recovery/target.ts';
import { comingHome } from '../../failback/state/coming-home.ts';
import { isDataTravelling } from '../../failback/state/data-travelling.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { isEnd } from '../../failback/state/stages.ts';
import { vmWords } from '../words/vm-words.ts';

/** So many VMs have a line of their own; the others are counted by where they are. */
const MOST_LINES = 20;

/** A name, and what Azure calls a step, are shown in this many characters. */
const MAX_NAME = 40;
const MAX_STEP = 60;
const MAX_FAILED = 120;

/** The VMs of a plan, group after group in the plan's order; nothing for a single VM. */
export function planLines(failback: Failback): readonly Line[] {
  const { target } = failback;
  if (target.kind === 'protectedItem') return [];
  const groups = [...new Set(target.items.map(({ group }) => group ?? ''))];
  const isShort = target.items.length + groups.length <= MOST_LINES;
  const lines = groups.flatMap((group) => {
    const vms = target.items.filter((vm) => (vm.group ?? '') === group);
    return isShort ? eachVm(group, vms, failback) : summary(group, vms, failback);
  });
  return lines.length <= MOST_LINES ? lines : summary(phrase('All groups'), target.items, failback);
}

function eachVm(group: string, vms: readonly TargetVm[], failback: Failback): readonly Line[] {
  return vms.map(
    (vm): Line => [
      group === '' ? '' : `${shorten(group, MAX_NAME)}, `,
      { bold: shorten(vm.name, MAX_NAME) },
      ': ',
      whereItIs(vm, failback),
    ],
  );
}

/** How many are where, and by name only those that went wrong. */
function summary(group: Words, vms: readonly TargetVm[], failback: Failback): readonly Line[] {
  const counts = new Map<Words, number>();
  for (const vm of vms) {
    const where = roughly(vm, failback);
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  const list = [...counts].map(([where, count]) => phrase('{count} {where}', { count, where }));
  const failed = vms.filter((vm) => isFailed(vm, failback)).map(({ name }) => name);
  return [
    [
      phrase('{group}: {count} VMs, {places}', {
        group: { bold: shortWords(group, MAX_NAME) },
        count: vms.length,
        places: { list, between: ', ' },
      }),
    ],
    ...(failed.length === 0
      ? []
      : [
          [
            phrase('Failed: {names}', {
              names: shortWords(phrase('{all}', { all: { list: failed } }), MAX_FAILED),
            }),
          ],
        ]),
  ];
}

function roughly(vm: TargetVm, failback: Failback): Words {
  const { item, task } = vmIn(failback, vm);
  if (task?.isFailed) return FAILED;
  return item === undefined ? UNSEEN : (PLACES[item.activeLocation] ?? UNKNOWN);
}

const FAILED = phrase('failed');
const UNSEEN = phrase('not seen yet');

const vmIn = ({ vms }: Failback, { itemId }: TargetVm): PlanVm => vms[itemId.toLowerCase()] ?? {};

const isFailed = (vm: TargetVm, failback: Failback): boolean =>
  vmIn(failback, vm).task?.isFailed === true;

/** Where a VM is, in a few words: what its job says of it first, then what its item says. */
function whereItIs(vm: TargetVm, failback: Failback): Words {
  const { item, task } = vmIn(failback, vm);
  if (task?.isFailed) return phrase('failed in “{step}”', { step: shorten(task.step, MAX_STEP) });
  const place = item === undefined ? UNSEEN : placeOf(item);
  const isActive = task?.state.toLowerCase() === 'inprogress' && !isEnd(failback.stage);
  const active = isActive
    ? phrase('{place}, “{step}”', { place, step: shorten(task.step, MAX_STEP) })
    : place;
  const seen = seenOnPremises(vm, failback);
  return seen === undefined
    ? active
    : phrase('{place}; on-premises VM {seen}', { place: active, seen });
}

/** How the VM stands on its server, while data travels to it and while it is examined there. */
function seenOnPremises({ itemId }: TargetVm, failback: Failback): Words | undefined {
  const vm = comingHome(failback).find((one) => sameId(one.itemId, itemId));
  if (vm === undefined) return undefined;
  if (vm.isMarked) return phrase('must not be started');
  if (failback.stage === 'verifying' && vm.proofs.length > 0)
    return isProven(vm.proofs) ? phrase('proven well') : phrase('not proven yet');
  return vm.seen === undefined || !isDataTravelling(failback) ? undefined : vmWords(vm.seen);
}

const PLACES: Readonly<Record<string, Words>> = {
  azure: phrase('in Azure'),
  onPremises: phrase('on-premises'),
};

const UNKNOWN = phrase('place not known');

function placeOf(item: NonNullable<PlanVm['item']>): Words {
  const { activeLocation, protectionState, initialReplicationPercent: percent } = item;
  const place = phrase('{place} (“{state}”)', {
    place: PLACES[activeLocation] ?? UNKNOWN,
    state: shorten(protectionState, MAX_NAME),
  });
  return percent === undefined
    ? place
    : phrase('{place}, initial replication {percent} % done', { place, percent });
}

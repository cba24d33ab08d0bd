import { switchNotMade } from '../../failback/holds/switch.ts';
import { withoutThose } from '../../failback/on-premises/switches.ts';
import { ANSWERS } from '../../failback/on-premises/unanswered.ts';
import type { HostAnswer, HypervHost, SwitchSnapshot } from '../../failback/ports/hyperv-host.ts';
import { comingHome, serversOf } from '../../failback/state/coming-home.ts';
import type { FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { approvalsFor } from '../../failback/state/gates.ts';
import { coded } from '../../failback/words/coded.ts';
import type { Fact } from '../../failback/words/facts.ts';
import { type HostTools, hostFor, laterOr } from '../host/host-tools.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import { digestOf } from './digest.ts';

/** Asks whether the missing virtual switches may be made. */
export async function openSwitchGate(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const { policy, target, missingSwitches, asked, voided } = failback;
  const [server = 'unknown'] = serversOf(failback);
  const facts: readonly Fact[] = [
    { name: 'vm', value: target.name },
    { name: 'onPremisesServer', value: server },
    { name: 'virtualSwitches', value: { list: missingSwitches, between: ', ' } },
    { name: 'switchType', value: coded('privateSwitch') },
  ];
  return {
    events: [
      {
        type: 'gateOpened',
        gate: 'switch',
        number: asked + 1,
        facts,
        digest: digestOf(facts),
        needed: approvalsFor('switch', policy),
        expiresAt: tools.clock.now() + policy.questionMs,
        ...(voided.length > 0 && { because: voided }),
      },
    ],
  };
}

/** Makes the next switch that is missing. Its name is written down first; what is there by now is not made. */
export async function createSwitch(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const host = destinationOf(failback, tools);
  const [wanted = ''] = failback.missingSwitches;
  if (host === undefined)
    return done(switchNotMade(wanted, coded('answerNotAskedFor'), coded('noHostConnector')));
  const seen = await host.probe();
  if (seen.outcome !== 'ok')
    return laterOr(
      switchNotMade(wanted, ANSWERS[seen.outcome], seen.why),
      failback.stageSince,
      failback,
      tools,
    );
  const [name] = withoutThose(failback.missingSwitches, seen.value.switches);
  return name === undefined
    ? done(observed(host, failback.missingSwitches))
    : make(name, host, failback, tools);
}

async function make(
  name: string,
  host: HypervHost,
  failback: Failback,
  { failbacks, clock }: HostTools,
): Promise<StepOutcome> {
  const intent: FailbackEvent = { type: 'switchIntended', host: host.name, name };
  const intended = await failbacks.append(failback, [intent], clock.now());
  const answer = await host.createSwitch(name);
  // What became of a call without an answer is looked for in the next step.
  const events = answer.outcome === 'unknown' ? [] : [answered(name, host, answer)];
  if (events.length > 0) await failbacks.append(intended, events, clock.now());
  return { events: [], again: true };
}

function answered(
  name: string,
  host: HypervHost,
  answer: HostAnswer<SwitchSnapshot>,
): FailbackEvent {
  if (answer.outcome !== 'ok') return switchNotMade(name, ANSWERS[answer.outcome], answer.why);
  return isAmong(name, answer.value)
    ? observed(host, [name])
    : switchNotMade(name, coded('answerDone'), coded('switchNotThere'));
}

/** Switches are made for a VM by itself: a plan comes home to where its VMs were. */
function destinationOf(failback: Failback, tools: HostTools): HypervHost | undefined {
  const [vm] = comingHome(failback);
  return vm && hostFor(vm, tools);
}

const isAmong = (name: string, { switches }: SwitchSnapshot): boolean =>
  withoutThose([name], switches).length === 0;

/** Looks for a switch that may have been made. It is not made again: when it does not show, a person is asked. */
export async function seeSwitch(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const host = destinationOf(failback, tools);
  const { name = '', at = failback.stageSince } = failback.switchIntent ?? {};
  if (host === undefined)
    return done(switchNotMade(name, coded('answerNotAskedFor'), coded('noHostConnector')));
  const seen = await host.probe();
  if (seen.outcome === 'ok' && isAmong(name, seen.value)) return done(observed(host, [name]));
  const stop =
    seen.outcome === 'ok'
      ? switchNotMade(name, coded('nothing'), coded('switchNotThere'))
      : switchNotMade(name, ANSWERS[seen.outcome], seen.why);
  return laterOr(stop, at, failback, tools);
}

const observed = ({ name: host }: HypervHost, names: readonly string[]): FailbackEvent => ({
  type: 'switchesObserved',
  host,
  names,
});

const done = (event: FailbackEvent): StepOutcome => ({ events: [event] });

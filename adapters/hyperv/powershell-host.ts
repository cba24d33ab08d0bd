import type { Logger } from 'pino';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type {
  DownloadSnapshot,
  HostAnswer,
  HostSnapshot,
  HypervHost,
  PortSnapshot,
  StartAction,
  SwitchSnapshot,
  VmRef,
  VmSnapshot,
} from '../../bot/failback/ports/hyperv-host.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { unreadableAnswer } from './host-answers.ts';
import { HostLine } from './host-line.ts';
import type { HostSettings } from './host-settings.ts';
import { type HostOperation, OPERATIONS } from './operations.ts';
import { Shell } from './shell/shell.ts';
import type { ShellStart } from './shell/start-shell.ts';

/**
 * What a server with a way out to Azure reaches in every region. The service's own names differ by region and are
 * given in the settings.
 */
const OUTBOUND_HOSTS = ['login.microsoftonline.com'];

/** A server behind a PowerShell of its own, so that one that hangs holds up nobody else. */
export class PowershellHost implements HypervHost {
  readonly name: string;
  readonly azureNames: readonly string[];
  private readonly settings: HostSettings;
  private readonly shell: Shell;
  private readonly line: HostLine;

  constructor(
    settings: HostSettings,
    start: Omit<ShellStart, 'startMs'>,
    surroundings: { readonly clock: Clock; readonly log: Logger },
  ) {
    const { name, computer, timeouts } = settings;
    const { clock, log } = surroundings;
    this.name = name;
    this.azureNames = lowerCase(settings.azureNames ?? [name, ...(computer ? [computer] : [])]);
    this.settings = settings;
    this.shell = new Shell({ ...start, startMs: timeouts.startMs }, clock, log);
    this.line = new HostLine(settings, this.shell, clock);
  }

  probe(): Promise<HostAnswer<HostSnapshot>> {
    const { kind, outboundHosts = OUTBOUND_HOSTS } = this.settings;
    return this.line.ask(OPERATIONS.probe, { kind, outboundHosts: [...outboundHosts] });
  }

  async readVm(vm: VmRef): Promise<HostAnswer<VmSnapshot>> {
    const answer = await this.line.ask(OPERATIONS.readVm, vm);
    const isIt = ({ id, name }: VmSnapshot) => (vm.id ? same(id, vm.id) : same(name, vm.name));
    return demand(OPERATIONS.readVm, answer, isIt);
  }

  async checkPorts(
    address: string,
    ports: readonly number[],
  ): Promise<HostAnswer<readonly PortSnapshot[]>> {
    const answer = await this.line.ask(OPERATIONS.checkPorts, { address, ports: [...ports] });
    const areThey = (seen: readonly PortSnapshot[]) =>
      ports.every((asked) => seen.some(({ port }) => port === asked));
    return demand(OPERATIONS.checkPorts, answer, areThey);
  }

  readDownload(): Promise<HostAnswer<DownloadSnapshot>> {
    return this.line.ask(OPERATIONS.readDownload, {});
  }

  setDownloadThreads(threads: number | undefined): Promise<HostAnswer<DownloadSnapshot>> {
    return this.line.ask(OPERATIONS.setDownloadThreads, { threads: threads ?? null });
  }

  async setStartAction(id: string, action: StartAction): Promise<HostAnswer<VmSnapshot>> {
    const answer = await this.line.ask(OPERATIONS.setStartAction, { id, action });
    return demand(OPERATIONS.setStartAction, answer, (seen) => same(seen.id, id));
  }

  async createSwitch(name: string): Promise<HostAnswer<SwitchSnapshot>> {
    const answer = await this.line.ask(OPERATIONS.createSwitch, { name });
    const isThere = ({ switches }: SwitchSnapshot) => switches.some((one) => same(one, name));
    return demand(OPERATIONS.createSwitch, answer, isThere);
  }

  close(): Promise<void> {
    return this.shell.close();
  }
}

/** An answer about something else than what was asked for is none. */
function demand<T>(
  operation: HostOperation,
  answer: HostAnswer<T>,
  isAsked: (value: T) => boolean,
): HostAnswer<T> {
  if (answer.outcome !== 'ok' || isAsked(answer.value)) return answer;
  return unreadableAnswer(operation, coded('answerToOtherQuestion'));
}

/** Hyper-V tells no names apart by their case. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function lowerCase(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

import type { Statement } from '../words/statement.ts';

/**
 * What the bot asks of one on-premises server (a Hyper-V host, or a VMM server), in our own records. Methods never throw
 * for what the server or the way to it said: "unreachable", "absent" and "forbidden" are different answers, and so is
 * "nobody knows". None of them starts, stops or removes a VM.
 */
export interface HypervHost {
  /** The name in the settings. */
  readonly name: string;
  /** The names under which Azure may know this server's provider, in lower case. */
  readonly azureNames: readonly string[];

  /** Health of the server itself: role, services, way out, versions, space. */
  probe(): Promise<HostAnswer<HostSnapshot>>;
  /** One VM by its id, else by its exact name; `absent` when the server says that there is none. */
  readVm(vm: VmRef): Promise<HostAnswer<VmSnapshot>>;
  /** Whether TCP ports of a VM answer, asked from the server. At most 16 ports. */
  checkPorts(
    address: string,
    ports: readonly number[],
  ): Promise<HostAnswer<readonly PortSnapshot[]>>;
  /** What slows or speeds the download of a failback. */
  readDownload(): Promise<HostAnswer<DownloadSnapshot>>;
  /** Sets `DownloadThreadsPerVM`, 1 to 32; `undefined` removes the value, which is the default. Answers with what is then read. */
  setDownloadThreads(threads: number | undefined): Promise<HostAnswer<DownloadSnapshot>>;
  /** Sets what the VM does when the server starts. Answers with the VM as it is then read. */
  setStartAction(vmId: string, action: StartAction): Promise<HostAnswer<VmSnapshot>>;
  /**
   * Makes a private virtual switch, unless one of that name is there: it connects VMs of the server with each other, and
   * with nothing else. Answers with the names of the switches that are then read.
   */
  createSwitch(name: string): Promise<HostAnswer<SwitchSnapshot>>;
  /** Ends the shell. */
  close(): Promise<void>;
}

/** `why` is for people; what the server itself said is quoted in it. */
export type HostAnswer<T> =
  | { readonly outcome: 'ok'; readonly value: T; readonly readAt: number }
  /** The server, or the shell that leads to it, could not be reached. */
  | { readonly outcome: 'unreachable'; readonly why: Statement }
  /** Reached, but the bot's account may not. */
  | { readonly outcome: 'forbidden'; readonly why: Statement }
  /** Reached and allowed, and there is no such VM. */
  | { readonly outcome: 'absent'; readonly why: Statement }
  /** The server said that it did not work. */
  | { readonly outcome: 'failed'; readonly why: Statement; readonly errorId: string }
  /** A write was sent and no answer came back: read again before anything else. */
  | { readonly outcome: 'unknown'; readonly why: Statement };

/** A VM by its GUID where it is known; names are not unique. */
export interface VmRef {
  readonly id?: string;
  readonly name: string;
}

export type StartAction = 'Nothing' | 'StartIfRunning' | 'Start';

export interface HostSnapshot {
  readonly kind: 'hyperV' | 'vmm';
  /** For people: `Windows Server 2022, 10.0.20348`. */
  readonly windows: string;
  readonly isHypervInstalled: boolean;
  /** Whether Windows came without its desktop; absent when the server does not say. */
  readonly isServerCore?: boolean;
  readonly services: readonly ServiceSnapshot[];
  /** Whether the way out on 443 to the service's addresses is open. */
  readonly outbound: readonly { readonly host: string; readonly isOpen: boolean }[];
  readonly providerVersion?: string;
  readonly agentVersion?: string;
  readonly volumes: readonly VolumeSnapshot[];
  readonly switches: readonly string[];
}

export interface SwitchSnapshot {
  /** By name; a name may occur more than once. */
  readonly switches: readonly string[];
}

export interface ServiceSnapshot {
  /** `vmms`, `obengine`, `dra`, `SCVMMService`. */
  readonly name: string;
  /** `missing` when it is not installed. */
  readonly state: 'running' | 'stopped' | 'missing' | 'other';
  /** Whether it belongs on a server of this kind. */
  readonly isExpected: boolean;
}

export interface VolumeSnapshot {
  /** `C:\` or a mount point. */
  readonly path: string;
  readonly freeMb: number;
  readonly sizeMb: number;
}

export interface VmSnapshot {
  readonly id: string;
  readonly name: string;
  /** The name of Hyper-V's own state: `Off`, `Running`, `Saved`, `Paused`… */
  readonly state: string;
  readonly checkpoints: number;
  readonly startAction: string;
  /** Hyper-V's replication state and health; absent when the VM is not replicated. */
  readonly replication?: { readonly state: string; readonly health: string };
  readonly disks: readonly VmDisk[];
  /** Names of the switches that its adapters are connected to. Empty string for one that is connected to none. */
  readonly switches: readonly string[];
  readonly addresses: readonly string[];
  /** `ok`, `noContact`, `disabled`, `unknown`, by the service's GUID, never by its name. */
  readonly heartbeat: 'ok' | 'noContact' | 'disabled' | 'unknown';
  /** Integration services that are enabled but do not answer, by GUID-derived names. */
  readonly silentServices: readonly string[];
  readonly uptimeSeconds: number;
}

export interface VmDisk {
  readonly path: string;
  /** Absent when the file can not be read. */
  readonly sizeMb?: number;
  readonly fileSizeMb?: number;
  /** Free space of the volume that it is on. */
  readonly volumeFreeMb?: number;
  /** Whether it has a parent: it belongs to a checkpoint, or to a merge that has not ended. Absent when the server does not say. */
  readonly isDifferencing?: boolean;
}

export interface PortSnapshot {
  readonly port: number;
  readonly isOpen: boolean;
}

export interface DownloadSnapshot {
  /** `DownloadThreadsPerVM`; absent when the value does not exist, which means 4. */
  readonly threads?: number;
  /** The tighter of the agent's bandwidth limits, in kilobits per second; absent when there is none. */
  readonly throttleKbps?: number;
}

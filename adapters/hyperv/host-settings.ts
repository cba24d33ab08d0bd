import { z } from 'zod';
import { ConfigError } from '../../bot/failback/ports/errors.ts';

/** The host section of the settings. */
export interface HostsSettings {
  readonly hosts: readonly HostSettings[];
  /** PowerShell's file name or path; `powershell` on Windows and `pwsh` elsewhere when absent. */
  readonly executable?: string;
  /** The bot's own environment. Only the few variables that PowerShell needs are passed on. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface HostSettings {
  /** What people call the server. */
  readonly name: string;
  readonly kind: 'hyperV' | 'vmm';
  /** The server's full name in DNS; absent when it is the machine that the bot runs on. */
  readonly computer?: string;
  /** The JEA endpoint on `computer`. Needed with it: the bot speaks to no other kind of session. */
  readonly endpoint?: string;
  /** Names that Azure may know the server's provider by; `name` and `computer` when absent. */
  readonly azureNames?: readonly string[];
  /** Host names that the server must reach on 443; the service's own names differ by region. */
  readonly outboundHosts?: readonly string[];
  readonly timeouts: HostTimeouts;
}

/**
 * Milliseconds. The module has limits of its own for opening a session and for a call in it: what is allowed here has to
 * be longer than both together, or its answer comes too late.
 */
interface HostTimeouts {
  /** For each of the two lines that make a new shell ready. */
  readonly startMs: number;
  readonly readMs: number;
  readonly writeMs: number;
}

/** Letters, digits, dots and hyphens, as a name in DNS. */
export const HOST_NAME = /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

const milliseconds = z.number().int().min(1).max(3_600_000);
const hostName = z.string().regex(HOST_NAME, 'must be a name in DNS');

const hostSettings = z
  .object({
    name: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'must be 1 to 100 characters'),
    kind: z.enum(['hyperV', 'vmm']),
    computer: hostName.optional(),
    endpoint: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,100}$/, 'must be letters, digits, dots, hyphens or underscores')
      .optional(),
    azureNames: z.array(z.string().min(1)).optional(),
    outboundHosts: z.array(hostName).max(16).optional(),
    timeouts: z.object({ startMs: milliseconds, readMs: milliseconds, writeMs: milliseconds }),
  })
  .refine(({ computer, endpoint }) => (computer === undefined) === (endpoint === undefined), {
    path: ['endpoint'],
    message: 'computer and endpoint go together',
  });

const hostsSettings = z
  .array(hostSettings)
  .refine((hosts) => new Set(hosts.map(({ name }) => name.toLowerCase())).size === hosts.length, {
    message: 'two hosts have the same name',
  });

/** Throws `ConfigError` with all problems. */
export function checkHosts(hosts: readonly HostSettings[]): void {
  const { error } = hostsSettings.safeParse(hosts);
  if (error === undefined) return;
  const problems = error.issues.map(
    ({ path, message }) => `${['hosts', ...path].join('.')}: ${message}`,
  );
  throw new ConfigError(problems, { cause: error });
}

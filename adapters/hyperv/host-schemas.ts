import { z } from 'zod';

/** Answers of the module, as the port's records. What lacks a needed field does not parse. */

const megabytes = z.number().int().nonnegative();

export const hostSight = z.object({
  kind: z.enum(['hyperV', 'vmm']),
  windows: z.string(),
  isHypervInstalled: z.boolean(),
  isServerCore: z.boolean().exactOptional(),
  services: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['running', 'stopped', 'missing', 'other']),
      isExpected: z.boolean(),
    }),
  ),
  outbound: z.array(z.object({ host: z.string(), isOpen: z.boolean() })),
  providerVersion: z.string().exactOptional(),
  agentVersion: z.string().exactOptional(),
  volumes: z.array(z.object({ path: z.string(), freeMb: megabytes, sizeMb: megabytes })),
  switches: z.array(z.string()),
});

export const vmSight = z.object({
  id: z.guid(),
  name: z.string(),
  state: z.string(),
  checkpoints: z.number().int().nonnegative(),
  startAction: z.string(),
  replication: z.object({ state: z.string(), health: z.string() }).exactOptional(),
  disks: z.array(
    z.object({
      path: z.string(),
      sizeMb: megabytes.exactOptional(),
      fileSizeMb: megabytes.exactOptional(),
      volumeFreeMb: megabytes.exactOptional(),
      isDifferencing: z.boolean().exactOptional(),
    }),
  ),
  switches: z.array(z.string()),
  addresses: z.array(z.string()),
  heartbeat: z.enum(['ok', 'noContact', 'disabled', 'unknown']),
  silentServices: z.array(z.string()),
  uptimeSeconds: z.number().nonnegative(),
});

export const portSights = z.array(z.object({ port: z.number().int(), isOpen: z.boolean() }));

export const switchSight = z.object({ switches: z.array(z.string()) });

export const downloadSight = z.object({
  threads: z.number().int().exactOptional(),
  throttleKbps: z.number().nonnegative().exactOptional(),
});

export const handshakeSight = z.object({
  protocol: z.number().int(),
  psVersion: z.string(),
  edition: z.string(),
  languageMode: z.string(),
});

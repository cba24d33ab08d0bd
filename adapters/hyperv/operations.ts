import { isIP } from 'node:net';
import { z } from 'zod';
import {
  downloadSight,
  handshakeSight,
  hostSight,
  portSights,
  switchSight,
  vmSight,
} from './host-schemas.ts';
import { HOST_NAME } from './host-settings.ts';

/** One thing that can be asked of the module. */
export interface HostOperation<
  A extends z.ZodType<object> = z.ZodType<object>,
  V extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  /** Whether it changes the server: then a lost answer means that nobody knows. */
  readonly isWrite: boolean;
  readonly arguments: A;
  readonly value: V;
}

const vmId = z.guid();

/** Line breaks and other controls could forge lines in the server's transcripts. */
const objectName = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,256}$/u, 'is empty, too long, or has control characters');

const address = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || HOST_NAME.test(text),
    'is neither an IP address nor a name',
  );

/** All that can be asked; the module has the same list. */
export const OPERATIONS = {
  handshake: {
    name: 'handshake',
    isWrite: false,
    arguments: z.object({}),
    value: handshakeSight,
  },
  probe: {
    name: 'probe',
    isWrite: false,
    arguments: z.object({
      kind: z.enum(['hyperV', 'vmm']),
      outboundHosts: z.array(z.string().regex(HOST_NAME)).max(16),
    }),
    value: hostSight,
  },
  readVm: {
    name: 'readVm',
    isWrite: false,
    arguments: z.object({ id: vmId.exactOptional(), name: objectName }),
    value: vmSight,
  },
  checkPorts: {
    name: 'checkPorts',
    isWrite: false,
    arguments: z.object({
      address,
      ports: z.array(z.number().int().min(1).max(65_535)).min(1).max(16),
    }),
    value: portSights,
  },
  readDownload: {
    name: 'readDownload',
    isWrite: false,
    arguments: z.object({}),
    value: downloadSight,
  },
  setDownloadThreads: {
    name: 'setDownloadThreads',
    isWrite: true,
    arguments: z.object({ threads: z.number().int().min(1).max(32).nullable() }),
    value: downloadSight,
  },
  setStartAction: {
    name: 'setStartAction',
    isWrite: true,
    arguments: z.object({ id: vmId, action: z.enum(['Nothing', 'StartIfRunning', 'Start']) }),
    value: vmSight,
  },
  createSwitch: {
    name: 'createSwitch',
    isWrite: true,
    arguments: z.object({ name: objectName }),
    value: switchSight,
  },
} as const satisfies Record<string, HostOperation>;

import type { Command } from '../bot/chat/command.ts';
import { adopt } from './adopt.ts';
import { approve } from './approve.ts';
import { askNow } from './ask-now.ts';
import { audit } from './audit.ts';
import { cancel } from './cancel.ts';
import { check } from './check.ts';
import { choose } from './choose.ts';
import { decline } from './decline.ts';
import { handover } from './handover.ts';
import { helpOf } from './help.ts';
import { hold } from './hold.ts';
import { hosts } from './hosts.ts';
import { list } from './list.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { threads } from './threads.ts';
import { timeline } from './timeline.ts';
import { whoami } from './whoami.ts';

const ALL = [
  list,
  check,
  start,
  adopt,
  status,
  approve,
  decline,
  choose,
  askNow,
  hold,
  cancel,
  timeline,
  handover,
  hosts,
  threads,
  audit,
  whoami,
];

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [...ALL, helpOf(ALL)];

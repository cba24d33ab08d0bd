import { type Phrase, phrase, type Words } from './words.ts';

/** States and verdicts of Azure and of Hyper-V that people meet, by the names that those give them. */
const STATES: ReadonlyMap<string, Phrase> = new Map(
  [
    // Of a VM in Hyper-V.
    phrase('Off'),
    phrase('Running'),
    phrase('Saved'),
    phrase('Paused'),
    phrase('Starting'),
    phrase('Stopping'),
    // Of a job in Azure.
    phrase('NotStarted'),
    phrase('InProgress'),
    phrase('Suspended'),
    phrase('Succeeded'),
    phrase('PartiallySucceeded'),
    phrase('CompletedWithInformation'),
    phrase('Failed'),
    phrase('Cancelling'),
    phrase('Cancelled'),
    // Of replication.
    phrase('Replicating'),
    phrase('Normal'),
    phrase('Warning'),
    phrase('Critical'),
    // Of a server.
    phrase('Connected'),
    phrase('Disconnected'),
    phrase('NotConnected'),
    phrase('Latest'),
    phrase('NotLatest'),
    phrase('UpdateRequired'),
    phrase('Expired'),
  ].map((name) => [name.phrase, name]),
);

/** A state as people read it; one that the bot does not know stays as its owner calls it. */
export const stateWords = (state: string): Words => STATES.get(state) ?? state;

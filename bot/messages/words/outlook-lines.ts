import type { Line } from '../../chat/message/message.ts';
import { type Phrase, phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten } from '../../chat/message/shorten.ts';
import type { Advice, Reason } from '../../failback/outlook/advice.ts';
import type { Outlook } from '../../failback/outlook/outlook.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';
import { estimateWords } from './estimate-words.ts';

/** A server's name is shown in this many characters. */
const MAX_NAME = 80;

/** The advice with its reasons, and how long each way may take. */
export function outlookLines({ advice, beforeFailover, fullDownload }: Outlook): readonly Line[] {
  return [
    [{ bold: adviceInBrief(advice) }, ...advice.reasons.flatMap((it) => [' ', words(it)])],
    [
      phrase(
        '{way}: the changes travel while the Azure VM runs, {data}. Then it is down, {downtime}.',
        {
          way: { bold: phrase('Synchronization before failover') },
          data: estimateWords(beforeFailover.data),
          downtime: estimateWords(beforeFailover.downtime),
        },
      ),
    ],
    [
      phrase(
        '{way}: the Azure VM stops at once and is down until all of its data is home, {data}.',
        {
          way: { bold: phrase('Full download') },
          data: estimateWords(fullDownload.data),
        },
      ),
    ],
  ];
}

const ADVICE: Readonly<Record<Synchronization, Phrase>> = {
  beforeFailover: phrase('Advised: synchronization before failover.'),
  fullDownload: phrase('Advised: full download.'),
};

/** Which way is advised. */
export const adviceInBrief = ({ synchronization }: Advice): Phrase => ADVICE[synchronization];

/** The one reason that decides, where there is no room for all. */
export const decidingReason = ({ reasons: [first] }: Advice): Words =>
  first === undefined ? '' : words(first);

/** Said where this was asked for, and the other one is advised. */
export const againstAdvice = (asked: Synchronization): Phrase => AGAINST_ADVICE[asked];

const AGAINST_ADVICE: Readonly<Record<Synchronization, Phrase>> = {
  beforeFailover: phrase(
    'Not as advised: a full download is advised, asked for is synchronization before failover.',
  ),
  fullDownload: phrase(
    'Not as advised: synchronization before failover is advised, asked for is a full download.',
  ),
};

/** As `outlookLines`, in one piece for one VM among several: why, and for how long it is down each way. */
export const adviceWords = (
  { advice, beforeFailover, fullDownload }: Outlook,
  which: 'all' | 'deciding',
): Phrase =>
  phrase(
    '{why} Full download: down {full}. Before failover: the changes travel {data}, then down {downtime}.',
    {
      why:
        which === 'deciding'
          ? decidingReason(advice)
          : { list: advice.reasons.map(words), between: ' ' },
      full: estimateWords(fullDownload.data),
      data: estimateWords(beforeFailover.data),
      downtime: estimateWords(beforeFailover.downtime),
    },
  );

function words(reason: Reason): Phrase {
  switch (reason.kind) {
    case 'longStay':
      return phrase(
        'The VM has been in Azure for {days} days: after a month Microsoft advises a full download.',
        { days: reason.days },
      );
    case 'shortStay':
      return phrase(
        'The VM has been in Azure for {days, plural, one {# day} other {# days}}, less than the month after which Microsoft advises a full download.',
        { days: reason.days },
      );
    case 'stayUnknown':
      return phrase('Azure does not say for how long the VM has been there.');
    case 'vmMissing':
      return phrase('{server} has no such VM: nothing of it is left to be compared.', {
        server: shorten(reason.server, MAX_NAME),
      });
    case 'otherServer':
      return phrase(
        'On another server nothing is there to be compared: all of the data may have to travel.',
      );
    case 'disksMissing':
      return phrase('Of the {of} disks, {missing} cannot be read on-premises.', {
        of: reason.of,
        missing: reason.missing,
      });
    case 'onPremisesUnknown':
      return phrase('Whether the on-premises VM and its disks are still there is not known.');
    case 'changedShareUnknown':
      return phrase('How much of the data has changed is not known.');
  }
}

import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { compose, paragraph } from '../bot/chat/message/say.ts';
import { shownName } from '../bot/chat/message/shorten.ts';
import { ORIGINAL_LOCATION } from '../bot/failback/ports/destination.ts';
import { markPart } from '../bot/messages/words/do-not-start.ts';
import { openFailback } from './ask/open-failback.ts';
import { requestFor } from './ask/request-for.ts';
import { findOnlyChannel } from './find/find-channel.ts';
import { findItem } from './find/find-target.ts';

export const adopt: Command = {
  name: 'adopt',
  usage: '<vm>',
  summary: phrase('Take over a failback that was started in the Azure portal. Calls nothing.'),
  role: 'operator',
  acts: true,

  async run(request, desk) {
    const found = await findItem(request.words.join(' '), desk);
    const requested = await requestFor(
      {
        found,
        destination: ORIGINAL_LOCATION,
        home: findOnlyChannel(found.item.name, request, desk),
        by: request.actor,
        adopts: true,
      },
      desk,
    );
    const id = await openFailback(requested, desk);
    await desk.settle(id);
    const failback = await desk.failbacks.get(id);
    const vm = shownName(found.item.name);
    if (failback?.summary !== undefined)
      return compose(paragraph({ bold: vm }, ': ', failback.summary));
    return compose(
      paragraph(
        { bold: id },
        ' ',
        failback?.hold === undefined
          ? phrase('is open, but Azure could not be read yet. The bot keeps trying.')
          : phrase(
              'is open for {vm}. An approver other than you confirms what is taken over: the message in the channel has it. Nothing is called by it.',
              { vm },
            ),
      ),
      failback && markPart(failback),
    );
  },
};

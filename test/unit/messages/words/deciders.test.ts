import { describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import { compose } from '../../../../bot/chat/message/say.ts';
import { goOnAnyway, held } from '../../../../bot/failback/state/holds.ts';
import { mayChoose, mayDecide, tooFewDeciders } from '../../../../bot/messages/words/deciders.ts';
import { plainText } from '../../../support/catalogue/spoken.ts';
import { jun, mina, type Story, storyAt } from '../../../support/failback-story.ts';

const someone = (id: string, ...roles: ('approver' | 'operator' | 'admin')[]) => ({
  id,
  name: id.toUpperCase(),
  roles,
  identities: { slack: `U0${id.toUpperCase()}` },
});
const THREE = new Directory([
  someone('mina', 'operator', 'approver'),
  someone('jun', 'approver'),
  someone('ada', 'admin'),
  someone('otto', 'operator'),
]);

const said = (story: Story, needed: number) =>
  plainText(compose(tooFewDeciders({ needed }, story.failback, THREE)), String);
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);

const overridden = () =>
  storyAt('awaitingCompletion')
    .tell(held('vmStarted', [], [goOnAnyway('awaitingCompletion')]))
    .tell({
      type: 'holdReleased',
      by: jun,
      choice: 'anyway',
      leadsTo: 'awaitingCompletion',
      reason: 'It is well.',
    });

describe('those whose vote counts', () => {
  it('are the approvers but who asked, who overrode and who hurried', () => {
    expect(ids(mayDecide(storyAt('awaitingDirection').failback, THREE))).toEqual(['jun', 'ada']);
    expect(ids(mayDecide(overridden().failback, THREE))).toEqual(['ada']);
    const hurried = storyAt('awaitingCompletion').tell({
      type: 'askedNow',
      by: jun,
      reason: 'It burns.',
    });
    expect(ids(mayDecide(hurried.failback, THREE))).toEqual(['ada']);
  });

  it('may choose a way out of a hold also when they have overridden a check', () => {
    expect(ids(mayChoose(overridden().failback, THREE))).toEqual(['jun', 'ada']);
  });
});

describe('a question that too few people can decide', () => {
  it('says nothing where there are enough', () => {
    const { failback } = storyAt('awaitingDirection');

    expect(tooFewDeciders({ needed: 2 }, failback, THREE)).toBeUndefined();
  });

  it('says how many are missing, and who does not count and why', () => {
    expect(mina.person).toBe('mina');
    expect(said(storyAt('awaitingDirection'), 3)).toBe(
      'Too few people can decide this: 3 approvals are needed, and 2 people can give one. Not counted: MINA asked for the failback. The administrator has to name one more approver in failback.yaml.',
    );
    expect(said(overridden(), 2)).toBe(
      'Too few people can decide this: 2 approvals are needed, and one person can give one. Not counted: MINA asked for the failback, JUN had a check passed over. The administrator has to name one more approver in failback.yaml.',
    );
  });
});

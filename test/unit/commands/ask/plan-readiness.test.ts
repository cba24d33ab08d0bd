import { describe, expect, it } from 'vitest';
import { speak } from '../../../../bot/chat/language/speak.ts';
import { Speaker } from '../../../../bot/chat/language/speaker.ts';
import { plainText as plainSpokenText } from '../../../../bot/chat/message/message.ts';
import type { Outlook } from '../../../../bot/failback/outlook/outlook.ts';
import { ok, warning } from '../../../../bot/failback/words/check.ts';
import { DICTIONARY } from '../../../../bot/messages/dictionary/dictionary.ts';
import { planReadinessMessage } from '../../../../commands/ask/plan-readiness.ts';
import { OUTLOOK } from '../../../support/catalogue/run-catalogue.ts';
import { plainText } from '../../../support/catalogue/spoken.ts';

const checks = (count: number) =>
  Array.from({ length: count }, (_, at) => ok('health', `Well ${at}.`));
const text = (...given: Parameters<typeof planReadinessMessage>) =>
  plainText(planReadinessMessage(...given), String);

const advised = (synchronization: 'beforeFailover' | 'fullDownload'): Outlook => ({
  ...OUTLOOK,
  advice: { synchronization, reasons: [{ kind: 'longStay', days: 45 }] },
});

describe('the check of a recovery plan', () => {
  it('is told with the gravest points; the others are counted, and said to be well only where all are', () => {
    expect(text('shop', checks(14))).toContain('[ok] More points: 4 more are well.');
    const warned = Array.from({ length: 12 }, (_, at) => warning('health', `Look ${at}.`));
    expect(text('shop', warned)).toContain('2 more are not shown. Check the VMs one by one.');
  });

  it('says what to type next, in the same words in every language', () => {
    expect(text('shop', checks(1))).toContain('/failback start plan shop');
    const korean = plainSpokenText(
      speak(planReadinessMessage('shop', checks(1)), new Speaker('ko', DICTIONARY)),
      String,
    );
    expect(korean).toContain('/failback start plan shop');
  });

  it('advises one way for all, or says which VMs need another one than the rest', () => {
    const both = [
      { name: 'db-01', outlook: advised('fullDownload') },
      { name: 'web-01', outlook: advised('beforeFailover') },
    ];
    expect(text('shop', checks(1), both)).toContain('A full download is advised for db-01, ');
    expect(text('shop', checks(1), both.slice(0, 1))).toContain('Advised: full download. ');
  });
});

import type { Scenario } from '../scenario.ts';
import { FULL_DOWNLOAD, ONCE_EACH } from '../ways-home.ts';

const DAY_MS = 86_400_000;

export const fullDownload: Scenario = {
  name: 'full-download',
  summary: 'one VM that has been in Azure for 40 days, by full download: it stops in Azure at once',
  scene: {
    vms: [{ name: 'web-01', writeEveryMs: 50, failedOverAt: Date.now() - 40 * DAY_MS }],
  },

  async play(rehearsal) {
    const { mina, jun, ada } = rehearsal;
    await mina.types('/failback check web-01');
    mina.wasTold('Advised: full download. The VM has been in Azure for 40 days');
    await mina.types('/failback start web-01 full-download');
    await rehearsal.channelIsTold('web-01 stops in Azure the moment this is approved.');
    await jun.fillsIn('Approve', 'Direction:', 'azure');

    rehearsal.tell('The Azure VM is down. Nothing is left to decide until its data is home.');
    await ada.fillsIn('Approve', 'Commit: delete', 'web-01');
    await jun.fillsIn('Approve', 'Commit: delete', 'web-01');
    await rehearsal.channelIsTold('is home and protected');
  },

  outcome: {
    home: [{ vm: 'web-01' }],
    failbacks: [{ of: 'web-01', stages: FULL_DOWNLOAD }],
    calls: { 'web-01': { ...ONCE_EACH, resume: 0 } },
  },
};

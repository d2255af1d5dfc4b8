import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { journey } from '../support/journey.ts';

describe.skipIf(browserPath === undefined)('an account that runs out of points', () => {
  journey(
    'stops the campaign, which goes on after a top-up and sends nobody the same twice',
    async ({ makeFirm, enter }) => {
      const { companyId, emulator, phones } = await makeFirm({ contractors: 5, batchSize: 1 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci`);
      await contractorsPage(page).markAll();
      await contractorsPage(page).sendToMarked();
      const campaign = campaignPage(page);
      await campaign.body.fill('Zapraszamy na dni otwarte.');
      await campaign.saved();
      // somebody else sends through the same account meanwhile
      await emulator.account.outOfPointsAfter(2);
      await campaign.sendNow();

      await campaign.state('paused');
      await page.getByText(/za mało punktów/u).waitFor();
      await campaign.delivered(2);
      expect(emulator.ledger.totals.accepted).toBe(2);

      await emulator.account.setPoints(100);
      await campaign.command('resume').press('Enter');
      await campaign.delivered(5);
      await campaign.state('finished');
      expect(phones.map((phone) => emulator.ledger.received(phone).length)).toEqual([1, 1, 1, 1, 1]);
      expect(emulator.ledger.duplicates()).toEqual([]);
    },
  );
});

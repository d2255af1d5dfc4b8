import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { gatewayPage } from '../pages/gateway-page.ts';
import { journey } from '../support/journey.ts';

describe.skipIf(browserPath === undefined)('a token that is revoked while a campaign is sent', () => {
  journey(
    'stops the campaign until there is a good one, and nobody gets the same twice',
    async ({ makeFirm, enter }) => {
      const { companyId, emulator, phones } = await makeFirm({ contractors: 5, batchSize: 1 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci`, { mayBeRefused: true });
      await contractorsPage(page).markAll();
      await contractorsPage(page).sendToMarked();
      const campaign = campaignPage(page);
      await campaign.body.fill('Zapraszamy na dni otwarte.');
      await campaign.saved();
      emulator.scenario.add({ afterMessages: 2, do: { token: 'revoked' } });
      await campaign.sendNow();
      await campaign.state('paused');
      await campaign.delivered(2);
      const place = page.url();

      await page.goto(`/firma/${companyId}/konfiguracja/wysylka-sms`);
      const gateway = gatewayPage(page);
      // a wrong one is not stored unasked; stored on purpose it opens nothing either
      await gateway.token.fill('a-token-that-nobody-gave-us-0123456789');
      await gateway.saveToken.press('Enter');
      await gateway.fails();
      await gateway.saveAnyway();
      await gateway.tokenIs('stored');
      await gateway.test.press('Enter');
      await gateway.fails();
      expect(emulator.ledger.totals.accepted).toBe(2);

      emulator.account.restoreToken();
      await gateway.enterToken(emulator.token);
      await gateway.tokenIs('stored');
      await gateway.test.press('Enter');
      await gateway.works();

      // a good token is what it waited for: nobody has to press anything
      await page.goto(place);
      await campaign.delivered(5);
      await campaign.state('finished');
      expect(phones.map((phone) => emulator.ledger.received(phone).length)).toEqual([1, 1, 1, 1, 1]);
      expect(emulator.ledger.duplicates()).toEqual([]);
    },
  );
});

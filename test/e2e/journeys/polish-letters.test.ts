import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { journey } from '../support/journey.ts';

describe.skipIf(browserPath === undefined)('a campaign with Polish letters', () => {
  journey(
    'goes from marked contractors to delivered handsets for exactly the price on the button',
    async ({ makeFirm, enter }) => {
      const text = 'Dzień dobry! Zażółć gęślą jaźń – zapraszamy.';
      const { companyId, emulator, phones } = await makeFirm({ contractors: 6 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci`);
      const contractors = contractorsPage(page);
      await contractors.markAll();
      await contractors.marked(6);
      await contractors.sendToMarked();

      const campaign = campaignPage(page);
      await campaign.body.fill(text);
      await campaign.saved();
      const before = emulator.account.points;
      await campaign.offers({ messages: 6, parts: 6, price: 90 });

      await campaign.sendNow();
      await campaign.delivered(6);
      await campaign.state('finished');
      expect(Math.round((before - emulator.account.points) * 100)).toBe(90);
      await page.getByRole('link', { name: /Stan konta 999,10/ }).waitFor();
      for (const phone of phones)
        expect(emulator.ledger.received(phone).map((message) => message.text)).toEqual([text]);
    },
  );

  journey('of spaces alone has no price, and it is said why', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const params = { companyId };
    const { id } = await api.createCampaign({ params, body: { subject: 'Jesień', body: '  \n ' } });
    await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: {} } });
    const { page } = await enter(`/firma/${companyId}/wysylki/${id}`);
    await page.getByRole('note').filter({ hasText: 'Wysyłka nie ma treści.' }).waitFor();
    await campaignPage(page).sendBarred.waitFor();
  });
});

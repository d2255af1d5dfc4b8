import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { campaignsPage } from '../pages/campaigns-page.ts';
import { isTooWide, loaded, objectionsOf } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { filled, polish } from '../support/words.ts';

const PHONE = { size: { width: 360, height: 780 } };

describe.skipIf(browserPath === undefined)('the list of campaigns', () => {
  journey(
    'invites to a first campaign, or to choose people for it, while there is none',
    async ({ makeFirm, enter }) => {
      const { companyId } = await makeFirm({ contractors: 0 });
      const { page } = await enter(`/firma/${companyId}/wysylki`, PHONE);
      await page.getByRole('heading', { name: polish.campaignList.empty }).waitFor();
      await loaded(page);
      expect([await objectionsOf(page), await isTooWide(page)]).toEqual([[], false]);
      await page.getByRole('link', { name: polish.campaignList.toContractors, exact: true }).last().press('Enter');
      await page.waitForURL(/\/kontrahenci$/u);
      await page.goBack();
      await page.getByRole('button', { name: polish.campaigns.list.add }).last().press('Enter');
      await page.waitForURL(/\/wysylki\/\d+/u);
    },
  );

  journey(
    'a sent campaign is duplicated from the list and from its window; the copy is changed and sent on its own',
    async ({ api, makeFirm, enter }) => {
      const { companyId, emulator, phones } = await makeFirm({ contractors: 3 });
      const params = { companyId };
      const { id } = await api.createCampaign({ params, body: { subject: 'Styczen', body: 'Zapraszamy w styczniu' } });
      const key = { companyId, campaignId: id };
      await api.pickRecipients({ params: key, body: { filter: {} } });
      await api.sendCampaign({ params: key, body: {} });
      const { page } = await enter(`/firma/${companyId}/wysylki/${id}`);
      const campaign = campaignPage(page);
      await campaign.delivered(3);
      await campaign.state('finished');
      await campaign.command('duplicate').press('Enter');
      await page.waitForURL((url) => /\/wysylki\/\d+$/u.test(url.pathname) && !url.pathname.endsWith(`/${id}`));
      await campaign.state('draft');
      await expect.poll(() => campaign.body.inputValue()).toBe('Zapraszamy w styczniu');
      await campaign.subject.fill('Luty');
      await campaign.body.fill('Zapraszamy w lutym');
      await campaign.saved();
      await campaign.offers({ messages: 3, parts: 3, price: 45 });
      await campaign.sendNow();
      await campaign.delivered(3);
      const texts = phones.map((phone) => emulator.ledger.received(phone).map(({ text }) => text));
      const both = ['Zapraszamy w styczniu', 'Zapraszamy w lutym'];
      expect(texts.map((each) => each.toSorted())).toEqual(phones.map(() => both.toSorted()));

      // from the list, by the keyboard: what is under the cursor
      await page.goto(`/firma/${companyId}/wysylki`);
      const list = campaignsPage(page);
      await list.row('Styczen').waitFor();
      expect(await list.row('Styczen').innerText()).toContain('0,45');
      await list.grid.press('End');
      await list.duplicate.press('Enter');
      await campaign.state('draft');
      expect(await campaign.subject.inputValue()).toBe('Styczen');
    },
  );

  journey('lets a draft go, after naming it, and nothing that was sent', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 2 });
    const params = { companyId };
    const write = async (subject: string): Promise<string> => {
      const { id } = await api.createCampaign({ params, body: { subject, body: 'Dzien dobry' } });
      await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: {} } });
      return id;
    };
    const sentId = await write('Wyslana');
    await api.sendCampaign({ params: { companyId, campaignId: sentId }, body: {} });
    await write('Niepotrzebna');
    const otherId = await write('Pomylka');
    const { page } = await enter(`/firma/${companyId}/wysylki`);
    const list = campaignsPage(page);
    const subjects = async () => (await api.listCampaigns({ params, query: {} })).items.map(({ subject }) => subject);

    await list.row('Niepotrzebna').waitFor();
    await list.grid.press('ArrowDown');
    await list.grid.press('Delete');
    await list.confirmRemoval('Niepotrzebna');
    await list.row('Niepotrzebna').waitFor({ state: 'detached' });
    expect(await subjects()).toEqual(['Pomylka', 'Wyslana']);

    await list.grid.press('End');
    await list.remove.focus();
    await expect.poll(() => list.remove.isEnabled()).toBe(false);
    await page.getByRole('tooltip').waitFor();
    await list.remove.press('Enter');
    await list.grid.press('Delete');
    expect(await page.getByRole('dialog').count()).toBe(0);

    // and in its own window, even while something typed is being saved
    const left = Promise.withResolvers<undefined>();
    const changes: string[] = [];
    await page.route(`**/campaigns/${otherId}`, async (route) => {
      const method = route.request().method();
      if (method === 'PATCH') await left.promise;
      if (method !== 'GET') changes.push(method);
      await route.continue();
    });
    await page.goto(`/firma/${companyId}/wysylki/${otherId}`);
    const saving = page.waitForRequest((request) => request.method() === 'PATCH');
    await campaignPage(page).body.fill('Cos innego');
    await saving;
    await page.getByRole('button', { name: polish.campaign.more }).press('Enter');
    await page.getByRole('menuitem', { name: polish.campaignList.remove }).press('Enter');
    await list.confirmRemoval('Pomylka');
    await page.waitForURL(/\/wysylki$/u);
    await list.row('Wyslana').waitFor();
    left.resolve(undefined);
    await page.getByText(filled(polish.campaignList.removed)).waitFor();
    expect(changes).toEqual(['PATCH', 'DELETE']);
    expect(await subjects()).toEqual(['Wyslana']);
  });
});

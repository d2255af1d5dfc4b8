import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('two people at one campaign', () => {
  journey('see each other’s text, are told of a conflict, and lose nothing', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { id } = await api.createCampaign({ params: { companyId }, body: { subject: 'Jesień', body: 'Początek' } });
    const place = `/firma/${companyId}/wysylki/${id}`;
    const [anna, jan] = [await enter(place), await enter(place, { mayBeRefused: true })];
    const [hers, his] = [campaignPage(anna.page), campaignPage(jan.page)];

    await hers.body.fill('Tekst Anny');
    await hers.saved();
    await expect.poll(() => his.body.inputValue()).toBe('Tekst Anny');

    // both write; Jan's text is on a slow line, so Anna's is saved first
    const annaSaved = Promise.withResolvers<undefined>();
    await jan.page.route(`**/campaigns/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await annaSaved.promise;
      await route.continue();
    });
    await his.body.fill('Tekst Jana');
    await hers.body.fill('Drugi tekst Anny');
    await hers.saved();
    annaSaved.resolve(undefined);

    const notice = jan.page.getByRole('alert');
    await notice.waitFor();
    expect(await his.body.inputValue()).toBe('Tekst Jana');
    expect(await api.getCampaign({ params: { companyId, campaignId: id } })).toMatchObject({
      body: 'Drugi tekst Anny',
    });
    await notice.getByRole('button', { name: polish.campaigns.takeTheirs }).press('Enter');
    await expect.poll(() => his.body.inputValue()).toBe('Drugi tekst Anny');

    await his.body.fill('Tekst obojga');
    await his.saved();
    await expect.poll(() => hers.body.inputValue()).toBe('Tekst obojga');
  });
});

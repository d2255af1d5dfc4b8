import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { journey } from '../support/journey.ts';
import { filled, polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('two people at one campaign', () => {
  journey('see each other’s text, are told of a conflict, and lose nothing', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const { id } = await api.createCampaign({ params: { companyId }, body: { subject: 'Jesień', body: 'Początek' } });
    const place = `/firma/${companyId}/wysylki/${id}`;
    const mayBeRefused = { mayBeRefused: true };
    const [anna, jan] = [await enter(place, mayBeRefused), await enter(place, mayBeRefused)];
    const [hers, his] = [campaignPage(anna.page), campaignPage(jan.page)];

    // before either loses anything, each is told of the other
    const { presence, conflict } = polish.campaign;
    await jan.page.getByText(filled(presence.you.open)).waitFor();
    await anna.page.getByText(filled(presence.you.open)).waitFor();
    await hers.body.fill('Tekst Anny');
    await jan.page.getByText(filled(presence.you.editing)).waitFor();
    await hers.saved();
    await expect.poll(() => his.body.inputValue()).toBe('Tekst Anny');

    // both write at once; Jan's words are on a slow line, so Anna's are saved first
    let annaSaved = Promise.withResolvers<undefined>();
    await jan.page.route(`**/campaigns/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await annaSaved.promise;
      await route.continue();
    });
    const saved = () => api.getCampaign({ params: { companyId, campaignId: id } });
    const bothWrite = async (words: { readonly anna: string; readonly jan: string }): Promise<void> => {
      annaSaved = Promise.withResolvers();
      await his.body.fill(words.jan);
      await hers.body.fill(words.anna);
      await expect.poll(async () => (await saved()).body).toBe(words.anna);
      annaSaved.resolve(undefined);
    };

    await bothWrite({ anna: 'Drugi tekst Anny', jan: 'Tekst Jana' });
    const notice = jan.page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.getByRole('group', { name: conflict.mine }).innerText()).toContain('Tekst Jana');
    expect(await notice.getByRole('group', { name: conflict.theirs }).innerText()).toContain('Drugi tekst Anny');
    expect([await his.body.inputValue(), (await saved()).body]).toEqual(['Tekst Jana', 'Drugi tekst Anny']);
    await notice.getByRole('button', { name: conflict.takeTheirs }).press('Enter');
    await expect.poll(() => his.body.inputValue()).toBe('Drugi tekst Anny');

    // what gave way can be had back
    await jan.page.getByRole('button', { name: conflict.restore }).press('Enter');
    await expect.poll(async () => (await saved()).body).toBe('Tekst Jana');
    await expect.poll(() => hers.body.inputValue()).toBe('Tekst Jana');

    await bothWrite({ anna: 'Trzeci tekst Anny', jan: 'Drugi tekst Jana' });
    await notice.getByRole('button', { name: conflict.keepMine }).press('Enter');
    await expect.poll(async () => (await saved()).body).toBe('Drugi tekst Jana');

    // different words go together by themselves
    annaSaved = Promise.withResolvers();
    await his.body.fill('Treść Jana');
    await hers.subject.fill('Temat Anny');
    await expect.poll(async () => (await saved()).subject).toBe('Temat Anny');
    annaSaved.resolve(undefined);
    await expect.poll(saved).toMatchObject({ subject: 'Temat Anny', body: 'Treść Jana' });
    expect(await notice.count()).toBe(0);

    await anna.page.goto(`/firma/${companyId}/wysylki`);
    await jan.page.getByText(filled(presence.you.editing)).waitFor({ state: 'detached' });
  });

  journey('are told what changed between reading and listening', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const params = { companyId };
    const { id } = await api.createCampaign({ params, body: { subject: 'Jesień', body: 'Początek' } });
    const changed = Promise.withResolvers<undefined>();
    const { page } = await enter('/');
    await page.route('**/api/v1/events*', async (route) => {
      await changed.promise;
      await route.continue();
    });
    await page.goto(`/firma/${companyId}/wysylki/${id}`);
    const { body } = campaignPage(page);
    await expect.poll(() => body.inputValue()).toBe('Początek');
    await api.updateCampaign({ params: { companyId, campaignId: id }, body: { body: 'Koniec' } });
    changed.resolve(undefined);
    await expect.poll(() => body.inputValue()).toBe('Koniec');
  });

  journey('see the price of what the other has just written', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 2 });
    const params = { companyId };
    const { id: campaignId } = await api.createCampaign({ params, body: { subject: 'Jesień', body: 'Krótko' } });
    await api.pickRecipients({ params: { companyId, campaignId }, body: { filter: {} } });
    const { page } = await enter(`/firma/${companyId}/wysylki/${campaignId}`);
    const campaign = campaignPage(page);
    await campaign.offers({ messages: 2, parts: 2, price: 30 });
    await api.updateCampaign({ params: { companyId, campaignId }, body: { body: 'Długo '.repeat(20) } });
    await campaign.offers({ messages: 2, parts: 4, price: 60 });

    // also when one is about to say yes: nothing can be agreed to while it is counted, and the keyboard stays
    await campaign.send.press('Enter');
    const yes = page.getByRole('button', { name: polish.campaigns.send.confirm });
    const hasFocus = () => yes.evaluate((button) => button === document.activeElement);
    await expect.poll(hasFocus).toBe(true);
    const counted = Promise.withResolvers<undefined>();
    await page.route('**/quote', async (route) => {
      await counted.promise;
      await route.continue();
    });
    await api.updateCampaign({ params: { companyId, campaignId }, body: { body: 'Krótko' } });
    await expect.poll(() => yes.isEnabled()).toBe(false);
    await page.keyboard.press('Enter');
    counted.resolve(undefined);
    await page.getByText(/Wyjdzie 2\swiadomości za 0,30\szł/u).waitFor();
    await expect.poll(() => yes.isEnabled()).toBe(true);
    expect([await hasFocus(), (await api.getCampaign({ params: { companyId, campaignId } })).state]).toEqual([
      true,
      'draft',
    ]);
  });

  journey('leave with unsaved words only after they were asked', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 1 });
    const params = { companyId };
    const { id } = await api.createCampaign({ params, body: { subject: 'Jesień', body: 'Początek' } });
    const { page } = await enter(`/firma/${companyId}/wysylki/${id}`);
    const campaign = campaignPage(page);
    const { leave } = polish.campaign;
    await page.route(`**/campaigns/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await asked.promise;
      await route.continue();
    });
    const asked = Promise.withResolvers<undefined>();
    const back = page.getByRole('link', { name: polish.campaigns.backToList });

    await campaign.body.fill('Niezapisane');
    // another tab of the same window asks nothing
    await page.getByRole('tab', { name: polish.campaigns.tabs.log }).press('Enter');
    await page.getByRole('tab', { name: polish.campaigns.tabs.log, selected: true }).waitFor();
    await back.press('Enter');
    await page.getByRole('button', { name: leave.stay }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await campaign.body.inputValue()).toBe('Niezapisane');

    const closing = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await closing;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    await back.press('Enter');
    const save = page.getByRole('button', { name: leave.save });
    await save.press('Enter');
    asked.resolve(undefined);
    await page.waitForURL(/\/wysylki$/u);
    expect(await api.getCampaign({ params: { companyId, campaignId: id } })).toMatchObject({ body: 'Niezapisane' });
  });
});

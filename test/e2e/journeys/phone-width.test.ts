import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { importPage } from '../pages/import-page.ts';
import { shell } from '../pages/shell.ts';
import { fileOf } from '../support/firm.ts';
import { isTooWide } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('on a phone', () => {
  journey.for([360, 390])('%i pixels wide the whole main job is done by thumb', async (width, { makeFirm, enter }) => {
    const { companyId, emulator } = await makeFirm({ contractors: 0 });
    const phones = ['48501000150', '48501000250'];
    const { page } = await enter(`/firma/${companyId}/kontrahenci`, {
      size: { width, height: 780 },
      context: { hasTouch: true, isMobile: true },
    });
    const wide: string[] = [];
    const look = async (): Promise<void> => {
      if (await isTooWide(page)) wide.push(page.url());
    };
    await page.getByRole('heading', { name: polish.directory.empty }).waitFor();
    await look();
    await shell(page).openNavigation();
    await shell(page).place('import').tap();
    const imports = importPage(page);
    await look();
    await imports.chooseFile({ name: 'kartoteka.csv', content: fileOf(phones) }, () => imports.choose.tap());
    await look();
    await imports.apply.tap();
    await imports.confirm.tap();
    await page.getByRole('link', { name: polish.imports.apply.see }).tap();

    const contractors = contractorsPage(page);
    await contractors.row('Skład Łąka 001').getByRole('checkbox').tap();
    await contractors.row('Skład Łąka 002').getByRole('checkbox').tap();
    await contractors.marked(2);
    await look();
    await page.getByRole('button', { name: polish.directory.more.title }).tap();
    await page.getByRole('menuitem', { name: polish.directory.more.send }).tap();
    await page.waitForURL(/\/wysylki\/\d+/u);

    const campaign = campaignPage(page);
    await campaign.body.tap();
    await campaign.body.pressSequentially('Żółta łódź');
    await campaign.saved();
    await campaign.offers({ messages: 2, parts: 2, price: 30 });
    await look();
    // within reach of the thumb, with the text still in sight
    const { y = 0 } = (await campaign.send.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(700);
    await campaign.send.tap();
    await page.getByRole('button', { name: polish.campaigns.send.confirm }).tap();
    await campaign.delivered(2);
    await look();
    for (const phone of phones) expect(emulator.ledger.received(phone).map(({ text }) => text)).toEqual(['Żółta łódź']);
    expect(wide).toEqual([]);
  });

  journey('of a long list only what is in sight is drawn and read', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 250 });
    const params = { companyId };
    const { id } = await api.createCampaign({ params, body: { subject: 'Jesień', body: 'Zapraszamy' } });
    await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: {} } });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`, { size: { width: 390, height: 780 } });
    const read: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/recipients?')) read.push(request.url());
    });
    await page.goto(`/firma/${companyId}/wysylki/${id}`);
    await page.getByRole('row').filter({ hasText: 'Skład Łąka 001' }).waitFor();
    await campaignPage(page).offers({ messages: 250, parts: 250, price: 3750 });
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    expect(read.filter((url) => url.includes('offset=200'))).toEqual([]);
  });
});

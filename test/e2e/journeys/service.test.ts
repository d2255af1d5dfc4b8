import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

const { common } = polish;
const { services } = polish.settings;

describe.skipIf(browserPath === undefined)('the subscription service', () => {
  journey('is switched off only by who was asked, bars sending, and comes back', async ({ api, makeFirm, enter }) => {
    const { companyId, emulator } = await makeFirm({ contractors: 3 });
    const params = { companyId };
    const { id } = await api.createCampaign({ params, body: { subject: 'Jesień', body: 'Zapraszamy' } });
    await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: {} } });
    const { page } = await enter(`/firma/${companyId}/konfiguracja/uslugi`);
    const service = page.getByRole('switch');
    const question = page.getByRole('dialog');

    await service.press('Space');
    await question.getByRole('button', { name: common.cancel }).press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await service.isChecked()).toBe(true);

    await service.press('Space');
    await question.getByRole('button', { name: services.turnOff }).press('Enter');
    await page.getByText(services.switchedOff).waitFor();
    expect(await service.isChecked()).toBe(false);

    await page.goto(`/firma/${companyId}/wysylki/${id}`);
    const campaign = campaignPage(page);
    await expect.poll(() => campaign.send.or(campaign.sendBarred).isEnabled()).toBe(false);
    await campaign.send.or(campaign.sendBarred).focus();
    await page.getByRole('tooltip').filter({ hasText: /usług/u }).waitFor();
    expect(emulator.ledger.totals.accepted).toBe(0);

    await page.goto(`/firma/${companyId}/konfiguracja/uslugi`);
    await service.press('Space');
    await page.getByText(services.state.active, { exact: true }).waitFor();
    expect(await service.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goto(`/firma/${companyId}/wysylki/${id}`);
    await campaign.sendNow();
    await campaign.delivered(3);
  });
});

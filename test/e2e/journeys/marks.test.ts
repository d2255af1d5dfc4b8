import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('marks', () => {
  journey('are gathered by several searches; all that match wait in their list', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 12 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`);
    const contractors = contractorsPage(page);
    const search = page.getByRole('textbox', { name: polish.common.search });
    const find = async (text: string, gone: string): Promise<void> => {
      await search.fill(text);
      await contractors.row(gone).waitFor({ state: 'detached' });
    };
    for (const [text, gone] of [
      ['003', '007'],
      ['007', '003'],
    ] as const) {
      await find(text, gone);
      await contractors.row(text).getByRole('checkbox').click();
    }
    await contractors.marked(2);
    await search.fill('');
    await contractors.row('012').waitFor();
    await contractors.marked(2);
    expect(await contractors.row('003').getByRole('checkbox').isChecked()).toBe(true);

    await contractors.markAll();
    await contractors.marked(12);
    await find('01', '009');
    await page.getByText(polish.directory.markHint).waitFor();
    await search.fill('');
    await contractors.row('009').waitFor();
    await contractors.marked(12);

    await contractors.grid.focus();
    await page.keyboard.press('Escape');
    await page.getByText(polish.directory.markHint).waitFor();
    await find('003', '007');
    await contractors.row('003').getByRole('checkbox').click();
    await find('007', '003');
    await contractors.row('007').getByRole('checkbox').click();
    await contractors.sendToMarked();
    const campaignId = /\d+$/u.exec(new URL(page.url()).pathname)?.[0] ?? '';
    expect((await api.getCampaign({ params: { companyId, campaignId } })).recipients).toBe(2);
  });
});

import type { Locator, Page } from '@playwright/test';
import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

/** The page as it comes out of a printer. */
async function print(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

/** Where the columns begin, of the head and of each row, all at one moment. */
const columnsOf = (grid: Locator): Promise<readonly (readonly number[])[]> =>
  grid.evaluate((table) =>
    [...table.querySelectorAll('[role=row]')].map((row) =>
      [...row.querySelectorAll(':scope > [role=columnheader], :scope > [role=gridcell]')]
        .filter((cell) => cell.checkVisibility())
        .map((cell) => Math.round(cell.getBoundingClientRect().x)),
    ),
  );

describe.skipIf(browserPath === undefined)('on paper', () => {
  journey('a list is a table under its heads, and says whose it is', async ({ makeFirm, enter }) => {
    const { companyId, name } = await makeFirm({ contractors: 60 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`);
    const { grid } = contractorsPage(page);
    await grid.getByText('Skład Łąka 001').waitFor();
    await page.keyboard.press('ArrowDown');
    await print(page);
    const [head, ...rows] = await columnsOf(grid);
    expect(head?.length).toBeGreaterThan(4);
    expect(rows.every((columns) => columns.join() === head?.join())).toBe(true);
    expect(await grid.evaluate((element) => getComputedStyle(element).boxShadow)).toBe('none');
    for (const shown of [name, polish.directory.columns.name, polish.directory.columns.city, 'z 60'])
      expect(await page.getByText(shown).filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(await page.getByText(polish.directory.markHint).isVisible()).toBe(false);
  });

  journey('a contractor has its data and its contacts, whatever tab is open', async ({ makeFirm, enter, api }) => {
    const { companyId } = await makeFirm({ contractors: 0 });
    const contacts = [{ name: 'Anna Łęcka', phone: '501 234 567' }];
    const body = { name: 'Żwirownia Ślęza', street: 'Długa 7', contacts };
    const { id } = await api.createContractor({ params: { companyId }, body });
    const { page } = await enter(`/firma/${companyId}/kontrahenci?open=${id}&tab=kontakty`);
    const panel = page.getByRole('complementary', { name: polish.directory.contractor });
    await panel.getByText('Anna Łęcka').waitFor();
    await print(page);
    for (const shown of ['Żwirownia Ślęza', 'Długa 7', 'Anna Łęcka', '+48 501 234 567'])
      expect(await panel.getByText(shown).filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(await contractorsPage(page).grid.isVisible()).toBe(false);
  });

  journey('the log of a campaign has its subject and its text', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 2 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`);
    await contractorsPage(page).markAll();
    await contractorsPage(page).sendToMarked();
    const campaign = campaignPage(page);
    await campaign.subject.fill('Dni otwarte');
    await campaign.body.fill('Zapraszamy na dni otwarte.');
    await campaign.saved();
    await campaign.sendNow();
    await campaign.delivered(2);
    await print(page);
    for (const shown of ['Dni otwarte', 'Zapraszamy na dni otwarte.', polish.campaigns.log.reason])
      expect(await page.getByText(shown).filter({ visible: true }).count()).toBeGreaterThan(0);
    const rows = await columnsOf(campaign.log);
    expect(rows.at(-1)).toEqual(rows[0]);
  });
});

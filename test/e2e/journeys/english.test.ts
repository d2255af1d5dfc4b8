import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { gatewayPage } from '../pages/gateway-page.ts';
import { importPage } from '../pages/import-page.ts';
import { shell } from '../pages/shell.ts';
import { loaded } from '../support/inspect.ts';
import { journey } from '../support/journey.ts';
import { polishLeft } from '../support/polish-left.ts';
import { english } from '../support/words.ts';

const FILE = [
  'Code;Name;City;Mobile;SMS consent',
  'C1;Smith Builders;London;501000150;yes',
  'C2;;Leeds;501000250;yes',
  'C3;Baker Street Bakery;London;501000350;yes',
  'C4;Wood and Sons;York;4.85E+10;yes',
].join('\n');

describe.skipIf(browserPath === undefined)('English', () => {
  journey('is spoken on every screen of the main job, by us and by the server', async ({ makeFirm, enter }) => {
    const { companyId, emulator } = await makeFirm({ contractors: 0, name: 'Northern Supplies Ltd' });
    const { page } = await enter(`/firma/${companyId}/kontrahenci`);
    const left: string[] = [];
    const look = async (): Promise<void> => {
      await loaded(page);
      left.push(...(await polishLeft(page)).map((text) => `${new URL(page.url()).pathname}: ${text}`));
    };
    await shell(page).personMenu.click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: english.directory.empty }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await look();

    const places = shell(page, english);
    await places.place('import').click();
    const imports = importPage(page, english);
    await look();
    await imports.chooseFile({ name: 'customers.csv', content: FILE }, () => imports.choose.click());
    await look();
    for (const tab of [english.imports.tabs.columns, english.imports.tabs.rows]) {
      await page.getByRole('tab', { name: tab }).click();
      await look();
    }
    await imports.applyNow();
    await look();
    await imports.seeContractors();

    const contractors = contractorsPage(page, english);
    await contractors.row('Baker Street Bakery').click();
    await page.keyboard.press('Enter');
    for (const tab of Object.values(english.contractor.tabs)) {
      await page.getByRole('tab', { name: tab }).click();
      await look();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await contractors.markAll();
    await contractors.marked(3);
    await contractors.sendToMarked();

    const campaign = campaignPage(page, english);
    await campaign.body.fill('Open days – “everything” must go!');
    await campaign.saved();
    await campaign.offers({ messages: 2, parts: 2, price: 30 });
    await look();
    await campaign.send.click();
    await look();
    await page.keyboard.press('Escape');
    await campaign.sendNow();
    await campaign.delivered(2);
    await campaign.state('finished');
    await look();
    expect(emulator.ledger.received('48501000150').map(({ text }) => text)).toEqual([
      'Open days – “everything” must go!',
    ]);

    for (const place of [
      'contractors',
      'campaigns',
      'uncertain',
      'inbound',
      'balance',
      'phones',
      'services',
      'company',
      'keys',
      'gateway',
    ] as const) {
      await places.place(place).click();
      await look();
    }
    await gatewayPage(page, english).test.click();
    await gatewayPage(page, english).works();
    await look();
    for (const step of ['firma', 'bramka', 'token', 'nadawca', 'usluga', 'import', 'gotowe']) {
      await page.goto(`/firma/${companyId}/pierwsze-kroki/${step}`);
      await look();
    }
    expect([...new Set(left)]).toEqual([]);
  });
});

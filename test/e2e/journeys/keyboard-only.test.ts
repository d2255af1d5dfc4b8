import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { gatewayPage } from '../pages/gateway-page.ts';
import { importPage } from '../pages/import-page.ts';
import { shell } from '../pages/shell.ts';
import { fileOf } from '../support/firm.ts';
import { keyboardOf } from '../support/focus.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('without a mouse', () => {
  journey(
    'settings, import and the whole main job are done, and it is always seen where one is',
    async ({ makeFirm, enter }) => {
      const { companyId, emulator } = await makeFirm({ contractors: 0 });
      const phones = ['48501000150', '48501000250', '48501000350', '48501000450'];
      const { page } = await enter(`/firma/${companyId}/kontrahenci`);
      const keys = keyboardOf(page);
      const menu = shell(page);
      await page.getByRole('heading', { name: polish.directory.empty }).waitFor();

      // settings: the connection is tried, a longer time-out is saved
      await keys.reach(menu.place('gateway'), 'Shift+Tab');
      await keys.press('Enter');
      const gateway = gatewayPage(page);
      await keys.reach(gateway.test);
      await keys.press('Enter');
      await gateway.works();
      await keys.reach(gateway.timeout);
      await keys.press('ArrowUp');
      await keys.reach(gateway.save);
      await keys.press('Enter');
      await page.getByText(polish.common.saved, { exact: true }).first().waitFor();

      // import
      await keys.reach(menu.place('import'), 'Shift+Tab');
      await keys.press('Enter');
      const imports = importPage(page);
      await keys.reach(imports.choose);
      await imports.chooseFile({ name: 'kartoteka.csv', content: fileOf(phones) }, () => keys.press('Enter'));
      await keys.reach(imports.apply);
      await keys.press('Enter');
      await imports.confirm.waitFor();
      await keys.reach(imports.confirm);
      await keys.press('Enter');
      const see = page.getByRole('link', { name: polish.imports.apply.see });
      await keys.reach(see);
      await keys.press('Enter');

      // marks: one, two on the way, one taken back
      const contractors = contractorsPage(page);
      await contractors.row('Skład Łąka 004').waitFor();
      await keys.reach(contractors.grid);
      await keys.press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await contractors.marked(3);
      await keys.press('Control+a');
      await contractors.marked(4);
      await keys.press('Space');
      await contractors.marked(3);
      await keys.reach(page.getByRole('button', { name: polish.directory.more.title }), 'Shift+Tab');
      await keys.press('Enter');
      const send = page.getByRole('menuitem', { name: polish.directory.more.send });
      await keys.reach(send, 'ArrowDown');
      await keys.press('Enter');
      await page.waitForURL(/\/wysylki\/\d+/u);

      // the text, made cheaper
      const campaign = campaignPage(page);
      await keys.reach(campaign.body);
      await keys.type('Zażółć gęślą jaźń');
      await campaign.saved();
      await keys.reach(campaign.withoutPolish);
      await keys.press('Space');
      await page.getByText('Zazolc gesla jazn').waitFor();
      await campaign.saved();
      await campaign.offers({ messages: 3, parts: 3, price: 45 });

      await keys.reach(campaign.send, 'Shift+Tab');
      await keys.press('Enter');
      const confirm = page.getByRole('button', { name: polish.campaigns.send.confirm });
      await keys.reach(confirm);
      await keys.press('Enter');
      await campaign.delivered(3);
      const got = phones.map((phone) => emulator.ledger.received(phone).map(({ text }) => text));
      expect(got.toSorted((one, other) => other.length - one.length)).toEqual([
        ['Zazolc gesla jazn'],
        ['Zazolc gesla jazn'],
        ['Zazolc gesla jazn'],
        [],
      ]);
    },
  );
});

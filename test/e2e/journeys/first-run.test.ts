import { startEmulator } from 'smsapi-emulator';
import { describe, expect, onTestFinished } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { temporaryHome } from '../../support/launch.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { firstStepsPage } from '../pages/first-steps-page.ts';
import { gatewayPage } from '../pages/gateway-page.ts';
import { importPage } from '../pages/import-page.ts';
import { shell } from '../pages/shell.ts';
import { fileOf } from '../support/firm.ts';
import { keyboardOf, lookOfFocus } from '../support/focus.ts';
import { journey } from '../support/journey.ts';
import { startOwnProduct } from '../support/own-product.ts';
import { sitDown } from '../support/person.ts';
import { polish } from '../support/words.ts';

const PHONE = '48501000150';

describe.skipIf(browserPath === undefined)('the first run', () => {
  journey(
    'leads from the link of the terminal through every step to the first SMS, by keyboard alone',
    async ({ browser }) => {
      const emulator = await startEmulator({ token: 'a-token-of-the-first-run', speed: 100 });
      onTestFinished(() => emulator.close());
      const goniec = await startOwnProduct(temporaryHome(), {
        GONIEC_EMULATOR_URL: emulator.url,
        GONIEC_EMULATOR_TOKEN: emulator.token,
      });
      const { page } = await sitDown(browser, goniec.url, null);
      onTestFinished(() => page.context().close());
      const keys = keyboardOf(page);
      const steps = firstStepsPage(page);
      await page.goto(goniec.signInLink ?? '');
      await keys.reach(page.getByRole('button', { name: polish.access.signIn }));
      await keys.press('Enter');

      // company: a tax number with a typing error is told in words
      await steps.at('company');
      await keys.reach(steps.companyName);
      await keys.type('Hurtownia Źródło');
      await keys.reach(steps.nip);
      await keys.type('526-025-02-75');
      await keys.press('Enter');
      await page.getByText(polish.company.nipFault.check_digit).waitFor();
      expect(await page.evaluate(lookOfFocus)).toBe('seen');
      await keys.reach(steps.nip);
      await keys.press('Backspace');
      await keys.type('4');
      await keys.press('Enter');

      // gateway: left in the middle, it goes on where one was
      await steps.at('gateway');
      await page.goto('/');
      await steps.at('gateway');
      await keys.reach(steps.way('emulator'));
      await keys.press('Space');
      await keys.reach(steps.saveAndGoOn);
      await keys.press('Enter');

      // token: the emulator's own is there already; a wrong one is found out at once
      await steps.at('token');
      const gateway = gatewayPage(page);
      await keys.reach(gateway.token);
      await keys.type('a-token-that-nobody-gave-us');
      await keys.press('Enter');
      await gateway.fails();
      await keys.reach(gateway.token, 'Shift+Tab');
      await keys.type(emulator.token);
      await keys.press('Enter');
      await gateway.works();
      await keys.reach(steps.goOn);
      await keys.press('Enter');

      // sender name
      await steps.at('sender');
      await keys.reach(page.getByRole('radio', { name: 'Test' }));
      await keys.press('Space');
      await keys.reach(steps.saveAndGoOn);
      await keys.press('Enter');

      // service: skipped, and returned to
      await steps.at('service');
      await keys.reach(steps.skip);
      await keys.press('Enter');
      await steps.at('import');
      await keys.reach(steps.back);
      await keys.press('Enter');
      await steps.at('service');
      await keys.reach(page.getByRole('switch'));
      await keys.press('Space');
      await keys.reach(steps.goOn);
      await keys.press('Enter');

      // the first import, and back to the steps by the menu, where nothing is left
      await steps.at('import');
      await keys.reach(steps.openImport);
      await keys.press('Enter');
      const imports = importPage(page);
      await keys.reach(imports.choose);
      await imports.chooseFile({ name: 'kartoteka.csv', content: fileOf([PHONE]) }, () => keys.press('Enter'));
      await keys.reach(imports.apply);
      await keys.press('Enter');
      await imports.confirm.waitFor();
      await keys.reach(imports.confirm);
      await keys.press('Enter');
      await page.getByRole('link', { name: polish.imports.apply.see }).waitFor();
      await expect.poll(() => shell(page).place('firstSteps').count()).toBe(0);
      await page.goto('/');
      await page.waitForURL(/\/kontrahenci$/u);

      // the first SMS
      const contractors = contractorsPage(page);
      await contractors.row('Skład Łąka 001').waitFor();
      await keys.reach(contractors.grid);
      await keys.press('Space');
      await contractors.sendToMarked();
      const campaign = campaignPage(page);
      await keys.reach(campaign.body);
      await keys.type('Dzień dobry');
      await campaign.saved();
      await keys.reach(campaign.send, 'Shift+Tab');
      await keys.press('Enter');
      const confirm = page.getByRole('button', { name: polish.campaigns.send.confirm });
      await keys.reach(confirm);
      await keys.press('Enter');
      await campaign.delivered(1);
      expect(emulator.ledger.received(PHONE).map(({ text }) => text)).toEqual(['Dzień dobry']);
    },
  );
});

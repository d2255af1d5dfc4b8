import { describe, expect, onTestFinished } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { temporaryHome } from '../../support/launch.ts';
import { journey } from '../support/journey.ts';
import { startOwnProduct } from '../support/own-product.ts';
import { sitDown } from '../support/person.ts';
import { polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('the first run', () => {
  journey('begins with the link of the terminal and a company', async ({ browser }) => {
    const goniec = await startOwnProduct(temporaryHome());
    const { page } = await sitDown(browser, goniec.url, null);
    onTestFinished(() => page.context().close());
    await page.goto(goniec.signInLink ?? '');
    await page.getByRole('button', { name: polish.access.signIn }).press('Enter');
    await page.getByRole('heading', { name: polish.wizard.title }).waitFor();

    const name = page.getByRole('textbox', { name: polish.wizard.name });
    await name.fill('Hurtownia Źródło');
    await name.press('Enter');
    await page.waitForURL(/\/firma\/\d+\/konfiguracja\/wysylka-sms$/u);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Hurtownia Źródło/u })
      .waitFor();
    await page.goto('/');
    await page.waitForURL(/\/firma\/\d+\/kontrahenci$/u);
    await page.getByRole('heading', { name: polish.directory.empty }).waitFor();
    await expect.poll(() => page.getByRole('banner').getByText(polish.shell.gateway.warn).count()).toBeGreaterThan(0);
  });
});

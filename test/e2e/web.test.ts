import { rmSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, openBrowser, openPage } from '../support/browser.ts';
import { launch, temporaryHome, type Running } from '../support/launch.ts';
import { nobodyLeft } from '../support/processes.ts';

/**
 * The web application in the browser of this computer, on what `npm start` starts. Without a browser these tests are
 * skipped and say so; CI installs one.
 */
describe.skipIf(browserPath === undefined)('the web application', () => {
  let goniec: Running;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  beforeAll(async () => {
    goniec = await launch({ home: temporaryHome() });
    await goniec.cli(['import', 'samples/kontrahenci-utf8.csv', '--yes']);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, goniec.url, { width: 1440, height: 900 }));
  });
  afterAll(async () => {
    await browser.close();
    await goniec.stop();
    await nobodyLeft(goniec.home);
    rmSync(goniec.home, { recursive: true, force: true });
  });

  const faultsOf = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('is entered with the one-time link, which leaves the history of the browser', async () => {
    await page.goto(goniec.signInLink ?? '');
    await page.getByRole('button', { name: 'Zaloguj się' }).press('Enter');
    await page.waitForURL(/\/firma\/\d+\/kontrahenci$/);
    await page.getByRole('grid').waitFor();
    expect(errors).toEqual([]);
  });

  it('does the whole main job without a mouse', async () => {
    const grid = page.getByRole('grid', { name: 'Kontrahenci' });
    await grid.focus();
    await press('ArrowDown', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByText('Zaznaczono 3').waitFor();
    await press('Control+a');
    await page.getByText(/Zaznaczono \d{2,}/).waitFor();

    await page.getByRole('button', { name: 'Operacje dodatkowe' }).press('Enter');
    await page.getByRole('menuitem', { name: /Wyślij SMS-y do kontaktów zaznaczonych/ }).press('Enter');
    await page.waitForURL(/\/wysylki\/\d+$/);

    await page.getByRole('textbox', { name: 'Treść' }).focus();
    await page.keyboard.type('Zażółć gęślą jaźń');
    await page.getByText('Unicode, 70 znaków w części').waitFor();
    await page.getByRole('switch', { name: /Bez polskich/ }).press(' ');
    await page.getByText('GSM, 160 znaków w części').waitFor();
    await page.getByText('Zazolc gesla jazn').waitFor();

    const send = page.getByRole('button', { name: /^Wyślij [\d\s]+ SMS · [\d\s]+ (?:część|części) · [\d\s,]+ zł$/ });
    await send.press('Enter');
    await page.getByRole('button', { name: 'Wyślij teraz' }).press('Enter');
    await page.getByRole('tab', { name: /Log wykonania/, selected: true }).waitFor();
    await page.getByRole('button', { name: /^Doręczona \d+/ }).waitFor();
    expect(errors).toEqual([]);
  });

  const screens = [
    ['kontrahenci'],
    ['kontrahenci/import'],
    ['wysylki'],
    ['wysylki/1'],
    ['wysylki/1?tab=odbiorcy'],
    ['niepewne'],
    ['odpowiedzi'],
    ['stan-konta'],
    ['telefony'],
    ['konfiguracja/wysylka-sms'],
    ['konfiguracja/uslugi'],
    ['konfiguracja/klucze'],
  ] as const;

  it.each(screens)('/%s: axe finds nothing in either scheme, and nothing is wider than a phone', async (screen) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(colorScheme === 'light' ? { width: 1440, height: 900 } : { width: 360, height: 800 });
      await page.goto(`/firma/1/${screen}`);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.getByText('Wczytuję…').waitFor({ state: 'detached' });
      expect([colorScheme, await faultsOf()]).toEqual([colorScheme, []]);
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(['too wide', wider > 0]).toEqual(['too wide', false]);
    }
    expect(errors).toEqual([]);
  });
});

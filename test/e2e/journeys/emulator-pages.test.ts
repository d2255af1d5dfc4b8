import type { Browser, Page } from '@playwright/test';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { browserPath, openBrowser } from '../../support/browser.ts';
import { objectionsOf } from '../support/inspect.ts';
import { sitDown } from '../support/person.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const ANNA = '48500100250';

/** 94 characters that need Unicode: two parts. */
const LONG = 'Zażółć gęślą jaźń. '.repeat(5).trim();

const send = async (emulator: Emulator, fields: Readonly<Record<string, string>>): Promise<void> => {
  await fetch(`${emulator.url}/sms.do`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.token}` },
    body: new URLSearchParams({ format: 'json', encoding: 'utf-8', to: ANNA, ...fields }),
  });
};

/**
 * The page of virtual phones in the browser of this computer. Without a browser these tests are skipped and say so;
 * CI installs one.
 */
describe.skipIf(browserPath === undefined)('the page of virtual phones', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** An emulator with one handset and one message on it, and its page. */
  const open = async (
    place = '',
    size = WIDE,
  ): Promise<{ emulator: Emulator; page: Page; errors: readonly string[] }> => {
    const emulator = await startEmulator({ token: 'page-token', speed: 1_000 });
    onTestFinished(() => emulator.close());
    await send(emulator, { message: 'Dzień dobry' });
    await emulator.idle();
    const { page, troubles: errors } = await sitDown(browser, emulator.url, null, { size });
    onTestFinished(() => page.context().close());
    await page.goto(`/_emulator/${place}`);
    return { emulator, page, errors };
  };

  it('is walked through by keyboard, and shows what landed while it is open', async () => {
    const { emulator, page, errors } = await open();
    await page.getByRole('searchbox', { name: 'Szukaj numeru lub tekstu' }).press('ArrowDown');
    await page.keyboard.press('Enter');
    const talk = page.getByRole('region', { name: 'Rozmowa z +48 500 100 250' });
    await talk.getByText('Dzień dobry').waitFor();
    await send(emulator, { message: LONG });
    await talk.getByText('2 części').waitFor();
    expect(await talk.locator('.edge').count()).toBe(1);
    await expect.poll(() => page.getByText('nieprzeczytana').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('replies, sends STOP and says that nobody takes them', async () => {
    const { emulator, page, errors } = await open(`#/phones/${ANNA}`);
    await page.getByRole('textbox', { name: 'Odpowiedź' }).fill('Kto pisze?');
    await page.keyboard.press('Enter');
    await page.getByText('Nikt nie odbiera: brak callbacku sms_mo').waitFor();
    await page.getByRole('button', { name: 'Wyślij odpowiedź STOP' }).click();
    await expect.poll(() => page.locator('.entry.sent .bubble').allTextContents()).toEqual(['Kto pisze?', 'STOP']);
    const [landed] = emulator.ledger.received(ANNA);
    const answer = await fetch(`${emulator.url}/_emulator/phones/${ANNA}`);
    expect(await answer.json()).toMatchObject({
      entries: [{ id: landed?.id }, { text: 'Kto pisze?', replyTo: landed?.id }, { text: 'STOP', replyTo: landed?.id }],
    });
    expect(errors).toEqual([]);
  });

  it('switches the handset off, lets messages wait and land', async () => {
    const { emulator, page } = await open(`#/phones/${ANNA}`);
    await page.getByRole('radio', { name: 'Wyłączony' }).click();
    await page.getByText('Z wyłączonego telefonu nikt nie napisze.').waitFor();
    await send(emulator, { message: 'Czeka' });
    await page.getByText(/^Czeka na włączenie do/).waitFor();
    await page.getByRole('radio', { name: 'Włączony' }).click();
    await page.getByText(/^Czeka na włączenie do/).waitFor({ state: 'detached' });
    expect(emulator.ledger.received(ANNA).map(({ text }) => text)).toEqual(['Dzień dobry', 'Czeka']);
  });

  it('speaks English when asked, and remembers it', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByRole('link', { name: 'Account' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Account' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('sets the balance, approves a sender and adds a callback', async () => {
    const { emulator, page, errors } = await open('#/account');
    await page.getByRole('textbox', { name: 'Nowy stan w punktach' }).fill('12,5');
    await page.getByRole('button', { name: 'Ustaw' }).click();
    await page.getByText('Stan konta zmieniony.').waitFor();
    expect(emulator.account.points).toBe(12.5);
    await page.getByRole('textbox', { name: 'Nowe pole nadawcy' }).fill('Goniec');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Zatwierdź pole Goniec' }).click();
    await page.getByRole('button', { name: 'Zatwierdź pole Goniec' }).waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Adres' }).fill('http://127.0.0.1:1/dlr');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sprawdź adres http://127.0.0.1:1/dlr' }).click();
    await page.getByText('Nikt nie odpowiada pod tym adresem.').waitFor();
    expect(errors).toEqual([]);
  });

  it('adds and removes a fault and moves the clock', async () => {
    const { emulator, page, errors } = await open('#/faults');
    const before = emulator.clock.now();
    await page.getByRole('button', { name: 'Odpowie 503' }).click();
    await page.getByRole('button', { name: 'Usuń usterkę: Błąd HTTP 503' }).click();
    await page.getByText('Żadna usterka nie czeka.').waitFor();
    await page.getByRole('combobox', { name: 'Scenariusz' }).selectOption('late-reports');
    await page.getByRole('button', { name: 'Zastosuj' }).click();
    await page.getByText('Obowiązuje scenariusz: Spóźnione raporty.').waitFor();
    expect(emulator.scenario.name).toBe('late-reports');
    await page.getByRole('button', { name: '72 h' }).click();
    await page.getByText('Zegar przesunięty o 72 h.').waitFor();
    expect(emulator.clock.now() - before).toBeGreaterThanOrEqual(72 * 3_600_000);
    expect(errors).toEqual([]);
  });

  it('asks those from elsewhere for the token', async () => {
    const { emulator, page } = await open();
    await page.goto(`http://emulator.localhost:${emulator.port}/_emulator/`);
    await page.getByRole('textbox', { name: 'Token' }).fill('guessed');
    await page.keyboard.press('Enter');
    await page.getByText('Ten token nie pasuje.').waitFor();
    await page.getByRole('textbox', { name: 'Token' }).fill(emulator.token);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '+48 500 100 250' }).click();
    await page.getByRole('region', { name: 'Rozmowa z +48 500 100 250' }).getByText('Dzień dobry').waitFor();
    await page.goto(`http://emulator.localhost:${emulator.port}/_emulator/#token=${emulator.token}`);
    await page.getByRole('link', { name: '+48 500 100 250' }).waitFor();
    expect(page.url()).not.toContain(emulator.token);
  });

  it('says that the emulator went away, and goes on when it is back', async () => {
    const { emulator, page } = await open(`#/phones/${ANNA}`);
    await page.getByText('Dzień dobry').first().waitFor();
    await emulator.close();
    await page.getByRole('alert').getByText('Emulator nie odpowiada.').waitFor();
    const again = await startEmulator({ token: 'page-token', port: emulator.port });
    onTestFinished(() => again.close());
    await page.getByText('Ten telefon nic jeszcze nie dostał.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it.each([
    ['light', WIDE],
    ['dark', WIDE],
    ['light', NARROW],
    ['dark', NARROW],
  ] as const)('has nothing axe objects to: %s, %j', async (colorScheme, size) => {
    const { emulator, page } = await open('', size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await emulator.phones.set('48500100350', 'off');
    await send(emulator, { to: `48500100350,48500100000,${ANNA}`, message: LONG });
    await emulator.idle();
    await emulator.receive({ from: ANNA, text: 'STOP' });
    const objections: string[] = [];
    for (const [place, sign] of [
      ['#/phones', '.phone-line'],
      [`#/phones/${ANNA}`, '.entry.sent'],
      ['#/phones/48500100350', '.notice'],
      ['#/phones/48500100000', '.fate.bad'],
      ['#/account', '.request'],
      ['#/faults', '.clock'],
    ] as const) {
      await page.goto(`/_emulator/${place}`);
      await page.locator(sign).first().waitFor();
      objections.push(...(await objectionsOf(page)).map((objection) => `${place} ${objection}`));
    }
    expect(objections).toEqual([]);
  });
});

import { rmSync } from 'node:fs';
import type { Client } from '@goniec/contract';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, openBrowser } from '../../support/browser.ts';
import { launch, temporaryHome, type Running } from '../../support/launch.ts';
import { nobodyLeft } from '../../support/processes.ts';
import { isTooWide, objectionsOf } from '../support/inspect.ts';
import { localApi } from '../support/local-access.ts';
import { sitDown } from '../support/person.ts';
import { signIn } from '../support/sign-in.ts';

const TEXT = 'Dzień dobry! Zapraszamy na jesienną promocję: żużel, cegła i wełna o 15% taniej, do 30 listopada.';

/**
 * A campaign, the phone it arrives on, and the STOP that comes back: on what `npm start` starts, with nothing set by hand. The
 * browser does it all by keyboard.
 */
describe.skipIf(browserPath === undefined)('test phones and replies', () => {
  const params = { companyId: '1' };
  let goniec: Running;
  let api: Client;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  /** A phone that got the campaign, as people read its number. */
  let phone: string;
  let shown: string;

  beforeAll(async () => {
    goniec = await launch({ home: temporaryHome() });
    api = await localApi(goniec);
    await goniec.cli(['import', 'samples/kontrahenci-utf8.csv', '--yes']);
    browser = await openBrowser();
    const session = await signIn(goniec.url, goniec.signInLink ?? '');
    ({ page, troubles: errors } = await sitDown(browser, goniec.url, session));
    await page.goto('/');
    await page.waitForURL(/kontrahenci$/);
  });
  afterAll(async () => {
    await browser.close();
    await goniec.stop();
    await nobodyLeft(goniec.home);
    rmSync(goniec.home, { recursive: true, force: true });
  });

  async function send(subject: string): Promise<void> {
    const create = ['campaign', 'create', '--subject', subject, '--body', TEXT, '--pick-all', '--limit', '20'];
    for (const args of [create, ['campaign', 'send', 'last', '--yes']]) {
      const { code, stdout, stderr } = await goniec.cli(args);
      expect(code, stdout + stderr).toBe(0);
    }
  }
  const conversation = () => page.getByRole('region', { name: `Rozmowa na telefonie ${shown}` });

  it('say how to get the first SMS, and show it the moment it arrives', async () => {
    await page.getByRole('link', { name: 'Telefony testowe' }).press('Enter');
    await page.getByRole('heading', { name: 'Żaden telefon nie dostał jeszcze SMS-a' }).waitFor();
    await send('Promocja jesienna');
    await page.getByRole('list', { name: 'Lista telefonów' }).waitFor();
    const withOneOwner = async (): Promise<string | undefined> => {
      const { items } = await api.listHandsets({ params, query: {} });
      return items.find(({ unread, owners }) => unread > 0 && owners.total === 1)?.phone;
    };
    await expect.poll(withOneOwner).toBeDefined();
    phone = (await withOneOwner()) ?? '';
    shown = phone.replace(/^\+48(\d{3})(\d{3})(\d{3})$/, '+48 $1 $2 $3');
    expect(shown).toMatch(/^\+48 \d{3} \d{3} \d{3}$/);
  });

  it('are found, opened and read by keyboard, each part of a message with its end', async () => {
    await page.getByRole('textbox', { name: 'Szukaj' }).fill(shown);
    await page.getByText('1 telefon', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Szukaj' }).press('ArrowDown');
    await page.keyboard.press('Enter');
    await conversation().getByText('Unicode').waitFor();
    await conversation().getByText('2 części').waitFor();
    await conversation().getByText('0,30 pkt').waitFor();
    await conversation().getByRole('link', { name: 'Promocja jesienna' }).waitFor();
    const parts = await conversation()
      .getByTitle(/^Część \d$/)
      .allTextContents();
    expect([parts.length, parts.join('')]).toEqual([2, TEXT]);
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Odpowiedź');
    await expect.poll(async () => (await api.getHandset({ params: { ...params, phone }, query: {} })).unread).toBe(0);
    expect(errors).toEqual([]);
  });

  it('keep what is sent while they are off, and get it when they are on again', async () => {
    await page.getByText('Wyłączony', { exact: true }).click();
    await page.getByText(/^Wyłączony od .+ Nic na niego nie czeka\.$/).waitFor();
    expect(await page.getByRole('textbox', { name: 'Odpowiedź' }).isDisabled()).toBe(true);
    await send('Przypomnienie');
    await page.getByText(/Czeka na niego 1 wiadomość\.$/).waitFor();
    await conversation()
      .getByText(/^Czeka, ważna do/)
      .waitFor();
    expect(await objectionsOf(page)).toEqual([]);
    await page.getByText('Włączony', { exact: true }).click();
    await conversation()
      .getByText(/^Czeka, ważna do/)
      .waitFor({ state: 'detached' });
    expect(await conversation().getByText('Doręczona').count()).toBeGreaterThan(0);
  });

  it('send a STOP, and the consent of the number is gone at once', async () => {
    await page.getByRole('textbox', { name: 'Odpowiedź' }).fill('Czy promocja obejmuje cement?');
    await page.keyboard.press('Enter');
    await conversation().getByText('Czy promocja obejmuje cement?').waitFor();
    await conversation().getByText('Odebrana przez Gońca').waitFor();
    const stop = page.getByRole('button', { name: 'STOP' });
    await expect.poll(() => stop.isEnabled()).toBe(true);
    await stop.press('Enter');
    await conversation().getByText('STOP', { exact: true }).waitFor();
    await expect.poll(() => conversation().getByText('Odebrana przez Gońca').count()).toBe(2);
    const withdrawn = await api.listContractors({ params, query: { q: phone, consent: 'withdrawn' } });
    expect(withdrawn.items).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('are seen in the contractor’s panel: the reply between the messages, the withdrawal in the ledger', async () => {
    const handset = await api.getHandset({ params: { ...params, phone }, query: {} });
    const [owner] = handset.owners.contractors;
    await page.getByRole('link', { name: owner?.name ?? '', exact: true }).press('Enter');
    await page.waitForURL(/kontrahenci\?.*tab=wiadomosci/);
    const lines = page.getByRole('tabpanel', { name: 'Wiadomości' }).getByRole('listitem');
    await expect
      .poll(async () => (await lines.allTextContents()).map((line) => /^Odpowiedź|^Przyp|^Promo/.exec(line)?.[0]))
      .toEqual(['Odpowiedź', 'Odpowiedź', 'Przyp', 'Promo']);
    await page.getByRole('tab', { name: 'Zgody' }).press('Enter');
    const ledger = page.getByRole('tabpanel', { name: 'Zgody' });
    await ledger.getByText('Zgoda wycofana').waitFor();
    await ledger.getByText('Wycofanie', { exact: true }).waitFor();
    await ledger.getByText(/· Goniec$/).waitFor();
    await ledger.getByRole('link', { name: 'treść odpowiedzi' }).press('Enter');
    await page.getByRole('dialog', { name: shown }).getByText('STOP', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  });

  it('leave the other reply to a person, who marks it as read', async () => {
    await page.getByRole('link', { name: 'Odpowiedzi' }).press('Enter');
    await page.getByText('Do przeczytania 1').waitFor();
    const grid = page.getByRole('grid', { name: 'Odpowiedzi' });
    await grid.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: shown });
    await dialog.getByText('Czy promocja obejmuje cement?').waitFor();
    expect(await objectionsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Oznacz jako przeczytaną' }).press('Enter');
    await page.getByRole('heading', { name: 'Wszystko przeczytane' }).waitFor();
    await page.getByText('Do przeczytania 0').waitFor();
    expect(errors).toEqual([]);
  });

  it('fit a phone: the list, then one of them, then back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/firma/1/telefony?q=${encodeURIComponent(shown)}`);
    const list = page.getByRole('list', { name: 'Lista telefonów' });
    await list.getByRole('link').first().click();
    await conversation().getByText('STOP', { exact: true }).waitFor();
    expect(await list.isVisible()).toBe(false);
    expect(await isTooWide(page)).toBe(false);
    expect(await objectionsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Wróć' }).click();
    await list.waitFor();
    expect(errors).toEqual([]);
  });
});

import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { shell } from '../pages/shell.ts';
import { journey } from '../support/journey.ts';
import { signIn } from '../support/sign-in.ts';
import { polish } from '../support/words.ts';

const words = polish.helpers.palette;

describe.skipIf(browserPath === undefined)('around every screen', () => {
  journey('Ctrl+K finds what is typed without Polish letters, and goes there', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 3 });
    const { page } = await enter(`/firma/${companyId}/wysylki`);
    await shell(page).navigation.waitFor();
    // at once, before the palette itself has come
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: words.title });
    await palette.waitFor();
    await page.keyboard.type('uslugi');
    await palette.getByText(polish.shell.places.services).waitFor();
    await palette.getByRole('textbox').fill('sklad laka');
    await palette.getByText('Skład Łąka 002').click();
    await page.getByRole('heading', { name: 'Skład Łąka 002' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('sklad laka');
  });

  journey(
    'the first Tab jumps over the menu, and rows stay as dense as they were chosen',
    async ({ makeFirm, enter }) => {
      const { companyId } = await makeFirm({ contractors: 0 });
      const { page } = await enter(`/firma/${companyId}/wysylki`);
      await page.getByRole('button', { name: polish.campaigns.list.add }).first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main');

      await shell(page).personMenu.click();
      await page.getByRole('menuitemradio', { name: polish.shell.density.compact }).click();
      await page.reload();
      await shell(page).personMenu.waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset['density'])).toBe('compact');
    },
  );

  journey(
    'who is signed out in the middle of work is told, and goes on where she was',
    async ({ makeFirm, enter, product, api }) => {
      const { companyId } = await makeFirm({ contractors: 2 });
      const sit = async () => signIn(product.url, (await api.createSignInLink()).url);
      const { page } = await enter('/zaloguj', { signedIn: false, mayBeRefused: true });
      const enterWith = async () =>
        page.context().addCookies([{ name: 'goniec_session', value: await sit(), url: product.url }]);
      await enterWith();
      await page.goto(`/firma/${companyId}/kontrahenci?open=nowy`);
      const name = page.getByRole('textbox', { name: polish.contractor.data.name, exact: true });
      await name.fill('Niezapisany Skład');
      await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
      const search = page.getByRole('textbox', { name: polish.common.search });
      await search.fill('łąka');
      await page.getByText(polish.shell.signedOut.text).waitFor();
      expect(await name.inputValue()).toBe('Niezapisany Skład');
      await enterWith();
      await search.fill('łąk');
      await page.getByText(polish.shell.signedOut.text).waitFor({ state: 'detached' });
      expect(await name.inputValue()).toBe('Niezapisany Skład');
    },
  );
});

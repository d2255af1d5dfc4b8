import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { journey } from '../support/journey.ts';
import { polish } from '../support/words.ts';

const { contractor, common, directory } = polish;

describe.skipIf(browserPath === undefined)('a contractor beside the list', () => {
  journey('that an address names has the cursor in the list', async ({ api, makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 60 });
    const { items } = await api.listContractors({ params: { companyId }, query: { q: 'Łąka 055' } });
    const { page } = await enter(`/firma/${companyId}/kontrahenci?open=${items[0]?.id}`);
    const row = contractorsPage(page).row('Skład Łąka 055');
    await row.waitFor();
    expect([await row.getAttribute('data-active'), await row.isVisible()]).toEqual(['true', true]);
    // whoever has moved on is not called back
    await contractorsPage(page).grid.press('ArrowUp');
    await expect.poll(() => contractorsPage(page).row('Skład Łąka 054').getAttribute('data-active')).toBe('true');
  });

  journey(
    'is told what is odd about a number once the field is left, and may keep an odd NIP',
    async ({ makeFirm, enter }) => {
      const { companyId } = await makeFirm({ contractors: 1 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci?open=nowy`, { mayBeRefused: true });
      const field = (name: string) => page.getByRole('textbox', { name, exact: true });
      await field(contractor.data.nip).pressSequentially('525-234-40-79');
      const nipNote = page.getByText('Cyfra kontrolna NIP-u się nie zgadza');
      expect(await nipNote.count()).toBe(0);
      await page.keyboard.press('Tab');
      await nipNote.waitFor();

      const phone = field(contractor.contacts.phone);
      const phoneNote = page.getByText('Za mało cyfr: polski numer ma ich 9.');
      const checked = page.waitForResponse(/\/check-phone$/u);
      await phone.pressSequentially('457 59');
      await checked;
      await page.getByText(contractor.contacts.phoneHint).waitFor();
      expect([await phone.getAttribute('aria-invalid'), await phoneNote.count()]).toEqual([null, 0]);
      await page.keyboard.press('Tab');
      await phoneNote.waitFor();
      expect(await phone.getAttribute('aria-invalid')).toBe('true');

      await phone.fill('');
      await field(contractor.data.name).fill('Żwirownia Ślęza');
      await page.keyboard.press('Control+s');
      const panel = page.getByRole('complementary', { name: directory.contractor });
      await panel.getByRole('heading', { name: 'Żwirownia Ślęza' }).waitFor();
      await nipNote.waitFor();

      await panel.getByRole('tab', { name: contractor.tabs.contacts }).click();
      await panel.getByRole('button', { name: contractor.contacts.add }).click();
      await phone.fill('112');
      await field(contractor.contacts.email).fill('biuro.example.pl');
      await page.keyboard.press('Control+s');
      await page.getByText('To nie jest poprawny adres e-mail.').waitFor();
      await page.getByText('To numer skrócony albo alarmowy').waitFor();
      await panel.getByRole('button', { name: common.cancel, exact: true }).click();
    },
  );
});

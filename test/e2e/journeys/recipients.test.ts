import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { campaignPage } from '../pages/campaign-page.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { fileOf } from '../support/firm.ts';
import { journey } from '../support/journey.ts';
import { filled, polish } from '../support/words.ts';

describe.skipIf(browserPath === undefined)('the recipients of a draft', () => {
  journey(
    'are added in its window, and one is told how many came in and who not, why',
    async ({ api, makeFirm, enter }) => {
      const { companyId, phones } = await makeFirm({ contractors: 3 });
      const params = { companyId };
      // one more without consent, and one with the number of somebody else
      const [, first = ''] = fileOf(phones).split('\r\n');
      const rows = ['X1;Bez zgody;;48501009950;;N;', first.replace(/^K001;[^;]+/u, 'X2;Ten sam numer')];
      const content = [fileOf([]), ...rows].join('\r\n');
      const upload = { file: new Blob([content]), fileName: 'jeszcze.csv' };
      const { id: importId } = await api.checkImport({ params, body: {}, ...upload });
      await api.applyImport({ params: { companyId, importId } });
      const { id } = await api.createCampaign({ params, body: { subject: 'Nowa', body: 'Dzien dobry' } });

      const { page } = await enter(`/firma/${companyId}/wysylki/${id}`);
      const { recipients } = polish.campaigns;
      // nothing to send: the button says so to whoever comes to it, and does nothing
      const campaign = campaignPage(page);
      await campaign.sendBarred.focus();
      await expect.poll(() => page.getByRole('tooltip').innerText()).toContain('Wysyłka nie ma odbiorców.');
      await campaign.sendBarred.press('Enter');
      expect(await page.getByRole('dialog').count()).toBe(0);

      const { add } = polish.campaign;
      await page.getByRole('button', { name: recipients.add }).first().press('Enter');
      const dialog = page.getByRole('dialog', { name: recipients.add });
      const grid = dialog.getByRole('grid');
      await grid.getByRole('row').filter({ hasText: 'Bez zgody' }).waitFor();
      await grid.press('Control+a');
      await dialog.getByRole('button', { name: filled(add.add) }).press('Enter');
      await dialog.getByText(add.added.replace('{{formatted}}', '4')).waitFor();
      await dialog.getByText(add.leftOut.replace('{{formatted}}', '1')).waitFor();
      await dialog.getByText('1 × Brak zgody na SMS.').waitFor();
      await dialog.getByRole('button', { name: add.done }).press('Enter');

      // one of two with the same number is left out; the reason shows them, and what to do
      await campaign.offers({ messages: 3, parts: 3, price: 45 });
      const list = page.getByRole('grid', { name: recipients.title });
      const rowsOf = () => list.getByRole('row').count();
      await expect.poll(rowsOf).toBe(5);
      const chip = page.getByRole('button', { name: 'Ten numer jest już w tej wysyłce: 1' });
      await chip.press('Enter');
      await expect.poll(rowsOf).toBe(2);
      await page.getByText(/^Co zrobić: /u).waitFor();

      // the preview is of the one under the cursor
      await chip.press('Enter');
      await expect.poll(rowsOf).toBe(5);
      await list.press('End');
      const preview = page.getByRole('figure', { name: polish.campaigns.editor.preview });
      await expect.poll(() => preview.innerText()).toContain('do: Ten sam numer');

      // all that a filter shows are taken out, and only they
      await chip.press('Enter');
      await expect.poll(rowsOf).toBe(2);
      await list.press('Control+a');
      await page.getByRole('button', { name: filled(recipients.dropMarked) }).press('Enter');
      await expect.poll(rowsOf).toBe(4);
      expect(await list.innerText()).not.toContain('Ten sam numer');

      // sent to from the directory, those who did not come along are named as well
      await page.goto(`/firma/${companyId}/kontrahenci`);
      await contractorsPage(page).markAll();
      await contractorsPage(page).sendToMarked();
      const notice = page.getByRole('status').filter({ hasText: add.leftOutOfMarked.replace('{{formatted}}', '1') });
      await notice.getByText('1 × Brak zgody na SMS.').waitFor();
      await notice.getByRole('button', { name: polish.common.close }).press('Enter');
      await notice.waitFor({ state: 'detached' });
    },
  );
});

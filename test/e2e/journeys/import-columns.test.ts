import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { importPage } from '../pages/import-page.ts';
import { journey } from '../support/journey.ts';

const UNKNOWN = ['Kto;Gdzie dzwonić', 'Kwiaciarnia Mak;501 000 150', 'Apteka Lwów;501 000 250'].join('\r\n');
const NAMELESS = ['Kwiaciarnia Mak;501 000 150', 'Apteka Łódź;501 000 350'].join('\r\n');

describe.skipIf(browserPath === undefined)('columns of a file', () => {
  journey(
    'that nobody knows are named above the preview; without names the first row is a contractor',
    async ({ makeFirm, enter }) => {
      const { companyId } = await makeFirm({ contractors: 0 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci/import`);
      const screen = importPage(page);
      const contractors = contractorsPage(page);
      await screen.chooseFile({ name: 'lista.csv', content: UNKNOWN }, () => screen.choose.press('Enter'));
      await screen.nameMissing.waitFor();
      expect(await screen.apply.count()).toBe(0);
      await screen.nameColumn('Kto', 'name');
      await screen.nameMissing.waitFor({ state: 'detached' });
      await screen.nameColumn('Gdzie dzwonić', 'mobile');
      await screen.applyNow();
      await screen.seeContractors();
      for (const each of ['Kwiaciarnia Mak', 'Apteka Lwów']) await contractors.row(each).waitFor();

      await page.goto(`/firma/${companyId}/kontrahenci/import`);
      await screen.chooseFile({ name: 'numery.csv', content: NAMELESS }, () => screen.choose.press('Enter'));
      await screen.firstRowIs('no');
      await screen.outcome('create').filter({ hasText: '1' }).waitFor();
      // said to be a header, nobody is named any more; said to be data, all is as it was
      await screen.setFirstRow('yes');
      await screen.nameMissing.waitFor();
      await screen.setFirstRow('no');
      await screen.nameMissing.waitFor({ state: 'detached' });
      await screen.applyNow();
      await screen.seeContractors();
      await contractors.row('Apteka Łódź').getByText('+48 501 000 350').waitFor();
    },
  );
});

import writeExcelFile from 'write-excel-file/node';
import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { importPage } from '../pages/import-page.ts';
import { journey } from '../support/journey.ts';

describe.skipIf(browserPath === undefined)('an Excel workbook', () => {
  journey('is read as it is, from the sheet that was meant', async ({ makeFirm, enter }) => {
    const { companyId } = await makeFirm({ contractors: 0 });
    const { page } = await enter(`/firma/${companyId}/kontrahenci/import`);
    const screen = importPage(page);
    const heading = ['Nazwa', 'Telefon SMS'];
    const content = await writeExcelFile([
      { sheet: 'Dostawcy', data: [heading, ['Młyn Żytni', 501000550], ['Olejarnia Słonecznik', 501000650]] },
      { sheet: 'Klienci', data: [heading, ['Księgarnia Sówka', 48501000750]] },
    ]).toBuffer();
    await screen.chooseFile({ name: 'kartoteka.xlsx', content }, () => screen.choose.press('Enter'));
    expect(await screen.sheet.inputValue()).toBe('Dostawcy');
    expect(await screen.encoding.count()).toBe(0);
    await screen.outcome('create').filter({ hasText: '2' }).waitFor();

    await screen.sheet.press('Enter');
    await page.getByRole('option', { name: 'Klienci' }).click();
    await screen.outcome('create').filter({ hasText: '1' }).waitFor();
    await screen.applyNow();
    await screen.seeContractors();
    await contractorsPage(page).row('Księgarnia Sówka').getByText('+48 501 000 750').waitFor();
  });
});

import { describe, expect } from 'vitest';
import { browserPath } from '../../support/browser.ts';
import { contractorsPage } from '../pages/contractors-page.ts';
import { importPage } from '../pages/import-page.ts';
import { journey } from '../support/journey.ts';

const HEADER = 'Kod;Nazwa;Telefon SMS;Zgoda SMS;Data zgody';
const FILE = [
  HEADER,
  'K1;Hurtownia Łąka;501 000 150;T;2026-01-15',
  'K2;;501 000 250;T;2026-01-15',
  'K3;Skład Żuraw;4,85011E+10;T;2026-01-15',
  'K4;Cukiernia Pączek;501 000 450;T;2026-01-15',
].join('\r\n');

describe.skipIf(browserPath === undefined)('a file with errors', () => {
  journey(
    'is read as it is, its good rows are taken, the rejected ones come back mended, and it is undone',
    async ({ makeFirm, enter }) => {
      const { companyId } = await makeFirm({ contractors: 0 });
      const { page } = await enter(`/firma/${companyId}/kontrahenci/import`);
      const screen = importPage(page);
      await screen.chooseFile({ name: 'kartoteka.csv', content: windows1250(FILE) }, () =>
        screen.choose.press('Enter'),
      );
      expect(await screen.encoding.inputValue()).toBe('windows-1250');
      await screen.outcome('create').filter({ hasText: '3' }).waitFor();
      await screen.outcome('rejected').filter({ hasText: '1' }).waitFor();

      const { name, content } = await screen.downloadRejected();
      expect(name).toMatch(/^odrzucone-\d+\.csv$/u);
      const [header, ...rows] = openAsSpreadsheet(content);
      expect(header).toEqual(['Wiersz', 'Powód', ...HEADER.split(';')]);
      expect(rows.map((row) => [row[0], row[2], row[3]])).toEqual([
        ['3', 'K2', ''],
        ['4', 'K3', 'Skład Żuraw'],
      ]);
      for (const row of rows) expect(row[1]).toMatch(/\p{L}{4}.*\./u);

      // a remark leads to the rows it is about
      await screen.rowsOf('zgubił cyfry').press('Enter');
      const remarked = page.getByRole('grid').getByRole('row').filter({ hasText: 'Skład Żuraw' });
      await remarked.waitFor();
      expect(await page.getByRole('grid').getByRole('row').count()).toBe(2);

      await screen.applyNow();
      await screen.seeContractors();
      const contractors = contractorsPage(page);
      for (const each of ['Hurtownia Łąka', 'Skład Żuraw', 'Cukiernia Pączek']) await contractors.row(each).waitFor();
      await contractors.row('Cukiernia Pączek').getByText('+48 501 000 450').waitFor();

      // mended in the spreadsheet and read once more, as it was downloaded: with the two columns in front
      const mended = content.replace('K2;;', 'K2;Zakład Gżegżółka;').replace('4,85011E+10', '501 000 350');
      await page.goto(`/firma/${companyId}/kontrahenci/import`);
      await screen.chooseFile({ name, content: mended }, () => screen.choose.press('Enter'));
      await screen.outcome('create').filter({ hasText: '1' }).waitFor();
      await screen.outcome('update').filter({ hasText: '1' }).waitFor();
      await screen.outcome('rejected').filter({ hasText: '0' }).waitFor();
      await screen.applyNow();
      await screen.seeContractors();
      await contractors.row('Zakład Gżegżółka').waitFor();
      await contractors.row('Skład Żuraw').getByText('+48 501 000 350').waitFor();

      // the second one was a mistake after all: what it created goes, what it mended is as it was
      await page.goBack();
      await screen.undoNow();
      await screen.seeContractors();
      await contractors.row('Skład Żuraw').waitFor();
      await contractors.row('Skład Żuraw').getByText('+48 501 000 350').waitFor({ state: 'detached' });
      await contractors.row('Zakład Gżegżółka').waitFor({ state: 'detached' });
    },
  );
});

/** As Polish Windows programs write it. */
function windows1250(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1250');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 63);
}

/** As Excel in Poland opens a CSV file: the mark says UTF-8, semicolons part the cells. */
function openAsSpreadsheet(content: string): string[][] {
  expect(content.startsWith('\uFEFF')).toBe(true);
  return content
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/u, '$1')));
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallInput, Contract } from '@goniec/contract';
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';

let test: TestApi;
let companyId: string;
beforeAll(async () => {
  test = await createTestApi({ contacts: 0 });
  companyId = String(test.rig.firm.companyId);
});
afterAll(() => test.close());

const sample = (name: string) => readFile(join(import.meta.dirname, '../../../../samples', name));

async function check(bytes: Uint8Array | string, fileName = 'plik.csv') {
  const data = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return test.api.checkImport({ params: { companyId }, body: {}, file: new Blob([data]), fileName });
}

describe('importing the WAPRO sample', () => {
  it('says what it would change, applies it, and changes nothing the second time', async () => {
    const bytes = await sample('kontrahenci-wapro.csv');
    const checked = await check(bytes, 'kontrahenci-wapro.csv');
    expect(checked).toMatchObject({ encoding: 'windows-1250', delimiter: ';', state: 'checked' });
    const { summary } = checked;
    expect(summary.create + summary.update + summary.same + summary.rejected).toBe(summary.rows);
    expect(summary.rows).toBeGreaterThan(1_900);
    expect(summary.rejected).toBeGreaterThan(0);
    expect((await test.api.listContractors({ params: { companyId }, query: {} })).total).toBe(0);

    const applied = await test.api.applyImport({ params: { companyId, importId: checked.id } });
    expect(applied.state).toBe('applied');
    const { total } = await test.api.listContractors({ params: { companyId }, query: {} });
    expect(total).toBe(summary.create);

    const again = await check(bytes, 'kontrahenci-wapro.csv');
    expect(again.summary).toMatchObject({
      create: 0,
      update: 0,
      same: summary.create,
      consents: { given: 0, withdrawn: 0 },
    });
  });

  it('shows the rows of each of its remarks', async () => {
    const { id, summary } = await check(await sample('kontrahenci-wapro.csv'));
    expect(summary.remarks.length).toBeGreaterThan(5);
    for (const { code, count } of summary.remarks) {
      const query = { remark: code, limit: 1000 };
      const { items } = await test.api.listImportRows({ params: { companyId, importId: id }, query });
      const found = items.flatMap(({ remarks }) => remarks.filter((remark) => remark.code === code));
      expect(found, code).toHaveLength(count);
      expect(items.every(({ remarks }) => remarks.some((remark) => remark.code === code))).toBe(true);
    }
  });

  it('returns every rejected row with its reason, as rows and as a file', async () => {
    const checked = await check(await sample('kontrahenci-wapro.csv'));
    const params = { companyId, importId: checked.id };
    const rejected = await test.api.listImportRows({ params, query: { outcome: 'rejected', limit: 1000 } });
    expect(rejected.items).toHaveLength(checked.summary.rejected);
    for (const row of rejected.items)
      expect(
        row.remarks.filter(({ severity }) => severity === 'rejected_row').length,
        `line ${row.line}`,
      ).toBeGreaterThan(0);
    const csv = await test.api.exportRejectedRows({ params });
    expect(csv.split('\r\n')[0]).toMatch(/^Wiersz;Powód;/);
    expect(csv.split('\r\n').length).toBeGreaterThan(checked.summary.rejected);
  });

  it('keeps a consent that was withdrawn after the first import withdrawn', async () => {
    const { items } = await test.api.listContractors({ params: { companyId }, query: { consent: 'active', limit: 1 } });
    const contact = items[0]?.contacts.find(({ consent }) => consent === 'active');
    if (!contact) throw new Error('nobody in the sample has consent');
    await test.api.recordConsent({
      params: { companyId, contactId: contact.id },
      body: { event: 'withdrawn', how: 'phone_call' },
    });
    const checked = await check(await sample('kontrahenci-wapro.csv'));
    expect(checked.summary.consents.keptWithdrawn).toBeGreaterThan(0);
    await test.api.applyImport({ params: { companyId, importId: checked.id } });
    const after = await test.api.listContractors({
      params: { companyId },
      query: { consent: 'withdrawn', limit: 1000 },
    });
    expect(after.items.some(({ contacts }) => contacts.some(({ id }) => id === contact.id))).toBe(true);
  });
});

describe('a file whose columns the user names', () => {
  const file = new Blob(['Kto;Gdzie dzwonić;Lp\r\nZażółć s.c.;501 234 567;7\r\n']);
  const read = (columns?: string) =>
    test.api.checkImport({ params: { companyId }, body: { columns }, file, fileName: 'inny.csv' });

  it('is read as they are named, also where nothing was recognised', async () => {
    const unknown = await read();
    expect(unknown).toMatchObject({ header: 'yes', summary: { rows: 1, create: 0, rejected: 1 } });
    expect(unknown.summary.remarks).toMatchObject([{ code: 'no_name_column', severity: 'rejected_row', count: 1 }]);
    const checked = await read('name,mobile,');
    expect(checked.columns.map(({ field }) => field)).toEqual(['name', 'mobile', 'ignore']);
    expect(checked.summary).toMatchObject({ create: 1, numbers: { mobile: 1 } });
  });

  it('is refused when a name is no field', async () => {
    await expect(read('name,password')).rejects.toMatchObject({ problem: { code: 'invalid_request' } });
  });
});

describe('a file that does not name its columns', () => {
  const rows = ['Bez Nagłówka s.c.;501 900 111;Łódź', 'Też Bez Nagłówka;501 900 112;Łódź'];
  const read = (body: CallInput<Contract['checkImport']>['body'] = {}) =>
    test.api.checkImport({ params: { companyId }, body, file: new Blob([rows.join('\r\n')]), fileName: 'numery.csv' });

  it('loses nobody: its first row is a contractor too', async () => {
    const checked = await read();
    expect(checked).toMatchObject({ header: 'no', summary: { rows: 2, create: 2, numbers: { mobile: 2 } } });
    expect(checked.columns.map(({ header, field }) => `${header} ${field}`)).toEqual(['A name', 'B phone', 'C ignore']);
    const { items } = await test.api.listImportRows({ params: { companyId, importId: checked.id }, query: {} });
    expect(items.map(({ line, name }) => [line, name])).toEqual([
      [1, 'Bez Nagłówka s.c.'],
      [2, 'Też Bez Nagłówka'],
    ]);
  });

  it('is read as one says, whatever it looks like', async () => {
    expect(await read({ header: 'yes' })).toMatchObject({ header: 'yes', summary: { rows: 1, rejected: 1 } });
    const named = await read({ header: 'no', columns: 'name,mobile,city' });
    expect(named.columns.map(({ field }) => field)).toEqual(['name', 'mobile', 'city']);
  });

  it('may be a workbook', async () => {
    const data = [
      ['Arkusz Bez Nagłówka', 48501900113],
      ['Drugi', 48501900114],
    ];
    const file = new Blob([new Uint8Array(await writeExcelFile([{ sheet: 'Numery', data }]).toBuffer())]);
    const checked = await test.api.checkImport({ params: { companyId }, body: {}, file, fileName: 'numery.xlsx' });
    expect(checked).toMatchObject({ header: 'no', sheet: 'Numery', summary: { create: 2, numbers: { mobile: 2 } } });
  });
});

describe('an Excel workbook', () => {
  const workbook = () =>
    writeExcelFile([
      { sheet: 'Okładka', data: [] },
      {
        sheet: 'Kontrahenci',
        data: [
          ['Nazwa', 'Telefon komórkowy'],
          ['Arkusz Sp. z o.o.', 48501234999],
        ],
      },
      { sheet: 'Zeszły rok', data: [['Nazwa'], ['Dawna'], ['Dawniejsza']] },
    ]).toBuffer();
  const read = async (sheet?: string) =>
    test.api.checkImport({
      params: { companyId },
      body: { sheet },
      file: new Blob([new Uint8Array(await workbook())]),
      fileName: 'kontrahenci.xlsx',
    });

  it('is read from its first sheet with data, every digit of it', async () => {
    const checked = await read();
    expect(checked).toMatchObject({
      encoding: null,
      delimiter: null,
      sheet: 'Kontrahenci',
      sheets: ['Okładka', 'Kontrahenci', 'Zeszły rok'],
      summary: { create: 1, numbers: { mobile: 1 } },
    });
    const params = { companyId, importId: checked.id };
    await test.api.applyImport({ params });
    const { items } = await test.api.listContractors({ params: { companyId }, query: { q: '48501234999' } });
    expect(items).toMatchObject([{ name: 'Arkusz Sp. z o.o.' }]);
  });

  it('is read from another one on demand', async () => {
    expect(await read('Zeszły rok')).toMatchObject({ sheet: 'Zeszły rok', summary: { rows: 2 } });
    await expect(read('Okładka')).rejects.toMatchObject({ problem: { code: 'import_sheet_empty' } });
  });
});

describe('a file that cannot be taken', () => {
  it.each([
    ['empty', '', 'import_file_empty'],
    ['a header alone', 'Nazwa;NIP\r\n', 'import_file_empty'],
    ['a binary file', 'GIF89a\u0000\u0001', 'import_not_csv'],
    ['a zip that is no workbook', 'PK\u0003\u0004xx', 'import_workbook_unreadable'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'import_old_workbook'],
    ['a web page called .xls', '<html><body><table><tr><td>Nazwa</td></tr></table>', 'import_old_workbook'],
  ])('%s is refused with what to do', async (_name, text, code) => {
    await expect(check(text)).rejects.toMatchObject({
      problem: { code, status: 422, action: { pl: expect.any(String) } },
    });
  });

  it('is not applied twice', async () => {
    const checked = await check('Nazwa;Telefon komórkowy\r\nNowa Firma;501 900 901\r\n');
    const params = { companyId, importId: checked.id };
    await test.api.applyImport({ params });
    await expect(test.api.applyImport({ params })).rejects.toMatchObject({
      problem: { code: 'import_already_applied', status: 409 },
    });
  });
});

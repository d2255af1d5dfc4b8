import type { Client } from '@goniec/contract';
import writeExcelFile from 'write-excel-file/node';
import { expect } from 'vitest';
import { makeFirm, type Firm } from './firm.ts';

/** A company where every screen has something to show. */
export interface FurnishedFirm extends Firm {
  readonly draftId: string;
  /** Sent, with messages in both stages that went well and that did not. */
  readonly sentId: string;
  /** Checked and not applied, with a row of every outcome. */
  readonly importId: string;
  /** One that was written and taken back. */
  readonly undoneImportId: string;
  /** Of a workbook with two sheets. */
  readonly workbookId: string;
  readonly contractorId: string;
}

/** Endings of numbers that have the fates of the emulator's README. */
const FATES = ['48501777750', '48501000000', '48501000001', '48501000005', '48501000004', '48501000002'];

const FILE = [
  'Kod;Nazwa;Telefon SMS;Zgoda SMS;Data zgody',
  ...FATES.map((phone, at) => `F${at};Gmina Żółw ${at};${phone};T;2026-01-15`),
  'F8;Skład bez zgody;501000850;N;',
  'F9;Skład bez numeru;;T;2026-01-15',
].join('\r\n');

const WORKBOOK = [
  {
    sheet: 'Klienci 2026',
    data: [
      ['Nazwa', 'Telefon SMS', 'Uwagi'],
      ['Księgarnia Sówka', 501000860, 'woli e-mail'],
    ],
  },
  { sheet: 'Dostawcy', data: [['Nazwa'], ['Młyn']] },
];

export async function furnish(api: Client): Promise<FurnishedFirm> {
  const firm = await makeFirm(api, { contractors: 6 });
  const { companyId } = firm;
  const params = { companyId };
  const read = async (content: string | Buffer, fileName = 'gminy.csv') => {
    const upload = { file: new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), fileName };
    return (await api.checkImport({ params, body: {}, ...upload })).id;
  };
  await api.applyImport({ params: { companyId, importId: await read(FILE) } });
  const write = async (subject: string, body: string): Promise<string> => {
    const { id } = await api.createCampaign({ params, body: { subject, body } });
    await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: {} } });
    return id;
  };
  const sentId = await write('Dni otwarte', 'Dzień dobry, zapraszamy na dni otwarte.');
  await api.sendCampaign({ params: { companyId, campaignId: sentId }, body: {} });
  await expect
    .poll(async () => (await api.getCampaign({ params: { companyId, campaignId: sentId } })).sums.delivery.delivered, {
      timeout: 30_000,
    })
    .toBeGreaterThanOrEqual(7);
  const draftId = await write('Promocja jesienna', 'Żużel, cegła i wełna o 15% taniej – do 30.11!');
  const contractors = await api.listContractors({ params, query: { q: 'Gmina Żółw 0' } });
  const undoneImportId = await read(`${FILE}\r\nF20;Skład Cofnięty;501000760;T;2026-01-15`);
  await api.applyImport({ params: { companyId, importId: undoneImportId } });
  await api.undoImport({ params: { companyId, importId: undoneImportId } });
  const workbookId = await read(await writeExcelFile(WORKBOOK).toBuffer(), 'klienci.xlsx');
  const importId = await read(`${FILE}\r\nF7;;501000750;T;2026-01-15\r\nF10;Nowy Skład;4,85E+10;T;2026-01-15`);
  return {
    ...firm,
    draftId,
    sentId,
    importId,
    undoneImportId,
    workbookId,
    contractorId: contractors.items[0]?.id ?? '',
  };
}

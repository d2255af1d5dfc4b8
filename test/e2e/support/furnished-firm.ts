import type { Client } from '@goniec/contract';
import { expect } from 'vitest';
import { makeFirm, type Firm } from './firm.ts';

/** A company where every screen has something to show. */
export interface FurnishedFirm extends Firm {
  readonly draftId: string;
  /** Sent, with messages in both stages that went well and that did not. */
  readonly sentId: string;
  /** Checked and not applied, with a row of every outcome. */
  readonly importId: string;
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

export async function furnish(api: Client): Promise<FurnishedFirm> {
  const firm = await makeFirm(api, { contractors: 6 });
  const { companyId } = firm;
  const params = { companyId };
  const read = async (content: string) => {
    const upload = { file: new Blob([content]), fileName: 'gminy.csv' };
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
  const importId = await read(`${FILE}\r\nF7;;501000750;T;2026-01-15\r\nF10;Nowy Skład;4,85E+10;T;2026-01-15`);
  return { ...firm, draftId, sentId, importId, contractorId: contractors.items[0]?.id ?? '' };
}

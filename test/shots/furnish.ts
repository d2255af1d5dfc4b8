import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Contract, Result } from '@goniec/contract';
import type { Emulator } from 'smsapi-emulator';
import { connectFirm } from '../e2e/support/firm.ts';
import type { OwnDatabase } from '../support/own-database.ts';
import { DRAFT, SENDING, SENT, UNCERTAIN, type Written } from './campaigns.ts';
import { dateCampaigns, dateTheRest, hoursAgo } from './clock.ts';

/** A company a year into its work: what the pictures show. */
export interface Company {
  readonly companyId: string;
  readonly importId: string;
  readonly contractorId: string;
  readonly finishedId: string;
  readonly draftId: string;
  readonly sendingId: string;
}

const SAMPLES = join(import.meta.dirname, '../../samples');

/** The gateway's clock stands still there until it is moved. */
export const FIRST_DAY = hoursAgo(24 * 60).getTime();

export async function furnish(api: Client, database: OwnDatabase, emulator: Emulator): Promise<Company> {
  const { companyId } = await connectFirm(api, emulator, {
    name: 'Hurtownia Źródło sp. z o.o.',
    contractors: 0,
    sender: 'ZRODLO',
  });
  const office = officeOf(api, emulator, companyId);
  await api.applyImport({ params: { companyId, importId: await office.read('kontrahenci-wapro.csv') } });

  let finishedId = '';
  await office.gatewayTakes({ batchSize: 50 });
  for (const campaign of SENT) finishedId = await office.send(campaign, allOut);

  // a request without an answer: whether it was taken is for a person to find out
  await office.gatewayTakes({ batchSize: 12 });
  emulator.faults.add({ reply: { kind: 'cut' }, accepted: false, next: 1 });
  await office.send(UNCERTAIN, allOut);

  // on its way, and staying there: the gateway takes its time from the fourth request on
  await office.gatewayTakes({ batchSize: 25 });
  emulator.faults.add({ reply: { kind: 'slow', ms: 110_000 }, accepted: false, after: 3 });
  const sendingId = await office.send(SENDING, ({ accepted }) => accepted >= 75);

  const draftId = await office.write(DRAFT);
  const importId = await office.read('kontrahenci-utf8.csv');
  await dateCampaigns(database, companyId, [...SENT, UNCERTAIN, SENDING]);
  await dateTheRest(database, companyId);
  const { items } = await api.listContractors({ params: { companyId }, query: { q: 'Źródełko Pająk' } });
  return { companyId, importId, contractorId: items[0]?.id ?? '', finishedId, draftId, sendingId };
}

type Handover = Result<Contract['getCampaign']>['sums']['handover'];

const allOut = ({ ready, submitting }: Handover): boolean => ready + submitting === 0;

/** What the people of a company do. */
function officeOf(api: Client, emulator: Emulator, companyId: string) {
  const params = { companyId };
  const write = async ({ subject, body, group }: Written): Promise<string> => {
    const { id } = await api.createCampaign({ params, body: { subject, body } });
    await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: { group } } });
    return id;
  };
  return {
    write,
    /** Checks a sample file; it is written only when it is applied. */
    async read(name: string): Promise<string> {
      const upload = { file: new Blob([await readFile(join(SAMPLES, name))]), fileName: name };
      return (await api.checkImport({ params, body: {}, ...upload })).id;
    },
    /** Sends at the campaign's own time, waits until it has come so far, and lets the handsets report. */
    async send(campaign: Written, isSoFar: (handover: Handover) => boolean): Promise<string> {
      const campaignId = await write(campaign);
      await emulator.jumpTo(hoursAgo(campaign.hoursAgo));
      await api.sendCampaign({ params: { companyId, campaignId }, body: {} });
      await until(async () => {
        const { handover } = (await api.getCampaign({ params: { companyId, campaignId } })).sums;
        return isSoFar(handover);
      });
      await emulator.advance(120_000);
      return campaignId;
    },
    async gatewayTakes({ batchSize }: { readonly batchSize: number }): Promise<void> {
      const { provider, baseUrl, sender } = await api.getGateway({ params });
      const patient = { concurrency: 1, timeoutMs: 120_000, settleAutomatically: false };
      await api.saveGateway({ params, body: { provider, baseUrl, sender, batchSize, ...patient } });
    },
  };
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await happened()) return;
    await sleep(100);
  }
  throw new Error('waited for two minutes in vain');
}

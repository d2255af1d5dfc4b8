import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@goniec/contract';
import type { Emulator } from 'smsapi-emulator';
import { connectFirm } from '../e2e/support/firm.ts';
import type { OwnDatabase } from '../support/own-database.ts';
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

/** What was sent, oldest first, with the filter of its recipients and how long ago, in hours. */
const SENT = [
  [
    'Zmiana godzin w Wigilię',
    'Dzień dobry! 24 grudnia pracujemy do 12:00. Wesołych Świąt życzy Hurtownia Źródło.',
    'Samorządy',
    530,
  ],
  [
    'Przypomnienie o fakturze',
    'Przypominamy o fakturze z terminem do piątku. Dziekujemy! Hurtownia Zrodlo',
    'Usługi',
    340,
  ],
  ['Nowy cennik od grudnia', 'Od 1 grudnia nowy cennik cegły i wełny. Pobierz: zrodlo.example/cennik', 'Detal', 172],
  ['Promocja jesienna', 'Żużel, cegła i wełna o 15% taniej do 30.11! Zapraszamy, Skład Źródło', 'Stali odbiorcy', 46],
] as const;
const UNCERTAIN = [
  'Dostawa przesunięta',
  'Dostawa z poniedzialku bedzie we wtorek. Przepraszamy!',
  'Hurt',
  21,
] as const;
const SENDING = [
  'Dni otwarte w Świdnicy',
  'Zapraszamy na dni otwarte 27-28.11, Świdnica, ul. Bóźnicza 12. Kawa i żurek gratis!',
  'Dostawcy',
  0.1,
] as const;

/** The gateway's clock stands still there until it is moved. */
export const FIRST_DAY = hoursAgo(24 * 60).getTime();

export async function furnish(api: Client, database: OwnDatabase, emulator: Emulator): Promise<Company> {
  const { companyId } = await connectFirm(api, emulator, {
    name: 'Hurtownia Źródło sp. z o.o.',
    contractors: 0,
    sender: 'ZRODLO',
    batchSize: 50,
  });
  const params = { companyId };
  const read = async (name: string): Promise<string> => {
    const upload = { file: new Blob([await readFile(join(SAMPLES, name))]), fileName: name };
    return (await api.checkImport({ params, body: {}, ...upload })).id;
  };
  await api.applyImport({ params: { companyId, importId: await read('kontrahenci-wapro.csv') } });

  const write = async (subject: string, body: string, group: string): Promise<string> => {
    const { id } = await api.createCampaign({ params, body: { subject, body } });
    await api.pickRecipients({ params: { companyId, campaignId: id }, body: { filter: { group } } });
    return id;
  };
  const stateOf = (campaignId: string) => api.getCampaign({ params: { companyId, campaignId } });
  const send = async (campaignId: string): Promise<void> => {
    await api.sendCampaign({ params: { companyId, campaignId }, body: {} });
  };
  let finishedId = '';
  for (const [subject, body, group, hours] of SENT) {
    finishedId = await write(subject, body, group);
    await emulator.jumpTo(hoursAgo(hours));
    await send(finishedId);
    await until(async () => {
      const { ready, submitting } = (await stateOf(finishedId)).sums.handover;
      return ready + submitting === 0;
    });
    await emulator.advance(120_000);
  }

  // a request without an answer: whether it was taken is for a person to find out
  await saveGateway(api, companyId, { settleAutomatically: false, batchSize: 12 });
  emulator.faults.add({ reply: { kind: 'cut' }, accepted: false, next: 1 });
  const uncertainId = await write(UNCERTAIN[0], UNCERTAIN[1], UNCERTAIN[2]);
  await emulator.jumpTo(hoursAgo(UNCERTAIN[3]));
  await send(uncertainId);
  await until(async () => (await stateOf(uncertainId)).sums.handover.ready === 0);
  await emulator.advance(120_000);
  await saveGateway(api, companyId, { settleAutomatically: false, batchSize: 25 });

  // on its way, and staying there: the gateway takes its time from the fourth request on
  emulator.faults.add({ reply: { kind: 'slow', ms: 110_000 }, accepted: false, after: 3 });
  const sendingId = await write(SENDING[0], SENDING[1], SENDING[2]);
  await emulator.jumpTo(hoursAgo(SENDING[3]));
  await send(sendingId);
  await until(async () => (await stateOf(sendingId)).sums.handover.accepted >= 75);
  await emulator.advance(3_000);
  const draftId = await write(
    'Życzenia świąteczne',
    'Życzymy Państwu spokojnych Świąt – zespół Hurtowni Źródło',
    'Stali odbiorcy',
  );
  await dateCampaigns(
    database,
    companyId,
    [...SENT, UNCERTAIN, SENDING].map(([, , , hours]) => hours),
  );
  const importId = await read('kontrahenci-utf8.csv');
  await dateTheRest(database, companyId);
  const { items } = await api.listContractors({ params, query: { q: 'Źródełko Pająk' } });
  return { companyId, importId, contractorId: items[0]?.id ?? '', finishedId, draftId, sendingId };
}

async function saveGateway(
  api: Client,
  companyId: string,
  changes: { readonly batchSize: number; readonly settleAutomatically: boolean },
): Promise<void> {
  const { provider, baseUrl, sender } = await api.getGateway({ params: { companyId } });
  const body = { provider, baseUrl, sender, concurrency: 1, timeoutMs: 120_000, ...changes };
  await api.saveGateway({ params: { companyId }, body });
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await happened()) return;
    await sleep(100);
  }
  throw new Error('waited for two minutes in vain');
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything, received, sendToAll, setUpCompany, until } from '../restore/support.ts';
import { createFirmWithWorkers, type Firm } from './support.ts';

const CONTACTS = 30;
const CAMPAIGNS = 10;

let firm: Firm;
let companyId: string;
beforeAll(async () => {
  firm = await createFirmWithWorkers();
  companyId = await setUpCompany(firm.api, firm.emulator, { contacts: CONTACTS });
  const gateway = { requestsPerSecond: 100, concurrency: 6, batchSize: 2 };
  await firm.app.deps.db.updateTable('gateway').set(gateway).execute();
});
afterAll(() => firm.close());

const allHandedOver = async () => {
  const open = firm.app.deps.db.selectFrom('batch').select('id').where('state', '<>', 'recorded').limit(1);
  return (await open.execute()).length === 0;
};

describe('two workers on one database', { timeout: 180_000 }, () => {
  it('send ten campaigns at once, and every number gets each of them once', async () => {
    const workers = await Promise.all([firm.startWorker(), firm.startWorker()]);
    const bothHaveWorked = () => workers.every((worker) => worker.count('batch.recorded', { result: 'answered' }) > 0);
    // one that the computer has let wait so long finds nothing left to do: then once more
    for (let round = 0; !bothHaveWorked(); round += 1) {
      const texts = Array.from({ length: CAMPAIGNS }, (_, n) => `Wysyłka numer ${round}.${n}`);
      await Promise.all(texts.map((text) => sendToAll(firm.api, companyId, text)));
      for (const text of texts)
        await until(`${text} is out`, () => received(firm.emulator, CONTACTS, text).every((count) => count > 0));
      await until('all is handed over', allHandedOver);
      for (const text of texts) expect(received(firm.emulator, CONTACTS, text)).toEqual(everything(CONTACTS));
    }
  });
});

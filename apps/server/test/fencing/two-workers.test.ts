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

describe('two workers on one database', () => {
  it('send ten campaigns at once, and every number gets each of them once', async () => {
    const texts = Array.from({ length: CAMPAIGNS }, (_, n) => `Wysyłka numer ${n}`);
    const [first, second] = await Promise.all([firm.startWorker(), firm.startWorker()]);
    await Promise.all(texts.map((text) => sendToAll(firm.api, companyId, text)));
    await until('all is handed over', async () => {
      const open = await firm.app.deps.db
        .selectFrom('batch')
        .select('id')
        .where('state', '<>', 'recorded')
        .limit(1)
        .execute();
      return open.length === 0;
    });
    for (const text of texts) expect(received(firm.emulator, CONTACTS, text)).toEqual(everything(CONTACTS));
    // The log comes by a pipe, after the database.
    for (const worker of [first, second])
      await until('both have worked', () => worker.count('batch.recorded', { result: 'answered' }) > 0);
  });
});

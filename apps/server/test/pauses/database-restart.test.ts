import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCampaign } from '../../src/db/campaigns.ts';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createSender } from '../../src/sending/sender.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { phoneOf } from '../support/firm.ts';
import { createLogBook, until } from '../support/watch.ts';
import { createOwnDatabase, type OwnDatabase } from './own-database.ts';

const CONTACTS = 60;
const book = createLogBook();
let database: OwnDatabase;
let test: TestApi;
beforeAll(async () => {
  database = await createOwnDatabase();
  test = await createTestApi({
    contacts: CONTACTS,
    batchSize: 1,
    log: book.log,
    database,
    emulator: { fateOf: () => 'delivered' },
  });
});
afterAll(() => test.close());

describe('a database that is restarted while a campaign is being sent', () => {
  it('stops sending and nothing else: one line each for going and coming, no message twice, no answer lost', async () => {
    const { deps, emulator } = test.rig;
    emulator.setLatency({ minMs: 40, maxMs: 80 });
    const key = await test.rig.draft('Test');
    expect(await sendCampaign(deps, key)).toMatchObject({ ok: true });
    const quiet = { subscribe: () => () => {} };
    const senders = [1, 2].map(() => createSender(deps, quiet, createMetrics()));
    for (const sender of senders) sender.start();
    try {
      await until(() => emulator.ledger.totals.accepted >= 10);
      await database.stop();
      await until(() => book.named('sending.stalled').length === senders.length);
      const asked = emulator.requests.total;

      // People are told what is wrong, and the gateway is left alone: nothing could be written down.
      const params = { companyId: String(key.companyId), campaignId: String(key.campaignId) };
      const refused = await test.api.getCampaign({ params }).catch((error: unknown) => error);
      expect(refused).toMatchObject({ problem: { status: 503, code: 'database_unavailable' } });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      // Three may have been on their way when both had noticed.
      expect(emulator.requests.total).toBeLessThanOrEqual(asked + 3);

      await database.start();
      await until(async () => (await findCampaign(database.db, key).catch(() => null))?.state === 'finished');
    } finally {
      await Promise.all(senders.map((sender) => sender.stop()));
    }

    const taken = Array.from({ length: CONTACTS }, (_, n) => emulator.ledger.accepted(phoneOf(n + 1).slice(1)).length);
    expect(taken).toEqual(Array.from({ length: CONTACTS }, () => 1));
    // What the gateway had answered was kept in hand: every message has its id, none had to be asked for again.
    const { rows } = await sql<{ code: string | null; ids: number }>`
      select outcome_code as code, count(provider_id) as ids from message group by 1`.execute(database.db);
    expect(rows).toEqual([{ code: null, ids: CONTACTS }]);
    expect(await findTallyDrift(database.db)).toEqual([]);
    const loud = book.lines.filter(({ level }) => level >= 40).map(({ msg }) => msg);
    expect(loud.filter((msg) => msg === 'sending.stalled')).toHaveLength(senders.length);
    expect(loud.length).toBeLessThanOrEqual(12);
  });
});

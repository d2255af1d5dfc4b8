import { sql } from 'kysely';
import { describe, expect, it, type TestContext } from 'vitest';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createSender } from '../../src/sending/sender.ts';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createTestApi, type TestApi } from '../support/api.ts';
import { phoneOf } from '../support/firm.ts';
import { createLogBook, until } from '../support/watch.ts';
import { createOwnDatabase } from './own-database.ts';
import { mountSmallDisk } from './small-disk.ts';

const MINUTE = 60_000;

/** The least PostgreSQL 18 and a few thousand messages need, and some room to see it run out. */
const DISK_MB = 160;

interface Stage {
  readonly contacts: number;
  /** How many messages are out before the disk is full. */
  readonly before: number;
  readonly fill: () => Promise<void>;
  readonly free: () => Promise<void>;
}

/** A campaign that meets a full disk half-way, with the real loop; returns the numbers that did not get exactly one message. */
async function play(test: TestApi, book: ReturnType<typeof createLogBook>, stage: Stage): Promise<readonly string[]> {
  const { rig } = test;
  const { emulator } = rig;
  emulator.reports.pause();
  const key = await rig.draft('Test');
  expect(await sendCampaign(rig.deps, key)).toMatchObject({ ok: true });
  const sender = createSender(rig.deps, { subscribe: () => () => {} }, createMetrics());
  sender.start();
  try {
    await until(() => emulator.ledger.totals.accepted >= stage.before);
    await stage.fill();
    await until(async () => (await shown(test, key)).state === 'paused');

    const { pause, sums } = await shown(test, key);
    expect(pause?.cause).toBe('storage');
    expect(pause?.reason.sentence.pl).toMatch(/^Na dysku bazy danych skończyło się miejsce/);
    expect(pause?.reason.action?.pl).toMatch(/^Zwolnij miejsce na dysku serwera\. Potem Goniec sam wznowi/);
    expect(pause?.nextCheckAt).not.toBeNull();
    expect(sums.handover.ready).toBeGreaterThan(0);
    expect(sums.handover).toMatchObject({ refused: 0, uncertain: 0, cancelled: 0 });

    const asked = emulator.requests.total;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(emulator.requests.total).toBeLessThanOrEqual(asked + 3);

    await stage.free();
    // By and by the look finds room again; the clock of the rules need not wait for it.
    let ahead = 0;
    await until(async () => {
      rig.setNow(new Date(Date.now() + (ahead += MINUTE)));
      return (await shown(test, key)).sums.handover.accepted === stage.contacts;
    });
  } finally {
    await sender.stop();
  }
  expect(await findTallyDrift(rig.test.db)).toEqual([]);
  expect(book.named('sending.stalled').length).toBeLessThanOrEqual(10);
  const numbers = Array.from({ length: stage.contacts }, (_, n) => phoneOf(n + 1).slice(1));
  return numbers.filter((number) => emulator.ledger.accepted(number).length !== 1);
}

const shown = (test: TestApi, { companyId, campaignId }: CampaignInput) =>
  test.api.getCampaign({ params: { companyId: String(companyId), campaignId: String(campaignId) } });

const options = (contacts: number, batchSize: number, book: ReturnType<typeof createLogBook>) => ({
  contacts,
  batchSize,
  log: book.log,
  emulator: { fateOf: () => 'delivered' as const },
});

describe('a disk that is full while a campaign is being sent', { timeout: 240_000 }, () => {
  it('of the database itself, a real one', async (context: TestContext) => {
    const disk = await mountSmallDisk(DISK_MB);
    if ('why' in disk) return context.skip(disk.why);
    const book = createLogBook();
    try {
      const database = await createOwnDatabase(disk.folder);
      const test = await createTestApi({ ...options(4_000, 50, book), database });
      try {
        const stage = { contacts: 4_000, before: 200, fill: () => disk.fill(), free: () => disk.free() };
        expect(await play(test, book, stage)).toEqual([]);
      } finally {
        await test.close();
      }
    } finally {
      await disk.remove();
    }
  });

  it('as PostgreSQL tells it (error 53100), on every computer', async () => {
    const book = createLogBook();
    const test = await createTestApi(options(40, 2, book));
    const { db } = test.rig.test;
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(
      db,
    );
    try {
      const stage = {
        contacts: 40,
        before: 6,
        fill: async () =>
          void (await sql`create trigger no_room before update on message execute function no_room()`.execute(db)),
        free: async () => void (await sql`drop trigger no_room on message`.execute(db)),
      };
      expect(await play(test, book, stage)).toEqual([]);
    } finally {
      await test.close();
    }
  });
});

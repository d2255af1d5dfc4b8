import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { deliveryStates, foldDelivery, type DeliveryState } from '../../src/domain/delivery.ts';
import { smsapi } from '../../src/providers/smsapi/smsapi-provider.ts';
import { recordReports } from '../../src/usecases/record-reports.ts';
import { createReporting, type Reporting } from './support.ts';

let r: Reporting;
beforeAll(async () => {
  r = await createReporting(4);
  await r.answer();
});
afterAll(() => r.close());

/** What a gateway may say of one of four messages, by id or by idx, in one call or many. */
const word = fc.record({
  message: fc.nat({ max: 3 }),
  status: fc.constantFrom(401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413),
  by: fc.constantFrom('id', 'idx', 'both'),
});
type Word = typeof word extends fc.Arbitrary<infer T> ? T : never;

/** The words once or twice each, in any order, in calls of any length. */
const telling = (words: readonly Word[]) =>
  fc
    .shuffledSubarray([...words, ...words], { minLength: words.length * 2 })
    .chain((order) =>
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 30, maxLength: 30 }).map((sizes) => cut(order, sizes)),
    );

function cut(words: readonly Word[], sizes: readonly number[]): Word[][] {
  const calls: Word[][] = [];
  let from = 0;
  for (const size of sizes) {
    if (from >= words.length) break;
    calls.push(words.slice(from, from + size));
    from += size;
  }
  return calls;
}

const query = (words: readonly Word[]): URLSearchParams =>
  new URLSearchParams({
    MsgId: words.map(({ message, by }) => (by === 'idx' ? '' : `ID-${message}`)).join(','),
    idx: words.map(({ message, by }) => (by === 'id' ? '' : r.idx(message))).join(','),
    status: words.map(({ status }) => status).join(','),
    points: words.map(() => '0.15').join(','),
  });

async function tell(calls: readonly Word[][]): Promise<unknown> {
  await sql`update message set delivery = 'pending', delivery_code = null, reported_at = null`.execute(r.db);
  const { companyId } = r.key;
  const origin = { companyId, gatewayId: r.test.rig.firm.gatewayId, source: 'callback' as const, raw: null };
  for (const words of calls)
    await recordReports(
      r.test.rig.deps,
      smsapi.parseReports(query(words)).map((report) => ({ report, origin })),
    );
  return r.db
    .selectFrom('message')
    .select(['delivery', 'deliveryCode', 'outcome', 'providerId', 'billedPoints'])
    .orderBy('id')
    .execute();
}

describe('the state of a message', () => {
  it('is the same whatever the order, the repetition and the grouping of its reports', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 12 }).chain((words) => fc.tuple(fc.constant(words), telling(words))),
        async ([words, otherwise]) => {
          expect(await tell(otherwise)).toEqual(await tell(words.map((each) => [each])));
        },
      ),
      { numRuns: 40 },
    );
    expect(await findTallyDrift(r.db)).toEqual([]);
  });

  it('in the database is what the pure rule says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 10 }), async (words) => {
        const folded = Array.from({ length: 4 }, (_, message) =>
          smsapi
            .parseReports(query(words))
            .filter((_report, at) => words[at]?.message === message)
            .map(({ delivery }) => delivery)
            .reduce<DeliveryState>(foldDelivery, 'pending'),
        );
        const stored = await tell([words]);
        expect(stored).toEqual(folded.map((delivery): unknown => expect.objectContaining({ delivery })));
      }),
      { numRuns: 40 },
    );
  });

  it('is ordered in the database as in the rule', async () => {
    const { rows } = await sql<{
      state: string;
    }>`select unnest(enum_range(null::delivery_state))::text as state`.execute(r.db);
    expect(rows.map(({ state }) => state)).toEqual([...deliveryStates]);
  });
});

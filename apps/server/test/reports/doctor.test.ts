import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReporting, type Reporting } from './support.ts';

let r: Reporting;
beforeAll(async () => {
  r = await createReporting(5);
  await r.answer();
  await r.call('MsgId=ID-0,ID-1,ID-2&status=404,405,403');
});
afterAll(() => r.close());

const drifts = async () => (await r.test.api.runDoctor()).drifts;

/** Does something no program would do, looks, and puts it back. */
async function corrupted(wrong: string, right: string) {
  await sql.raw(wrong).execute(r.db);
  const found = await drifts();
  await sql.raw(right).execute(r.db);
  return found;
}

const without = (statement: string) =>
  `begin; alter table message disable trigger message_moved; ${statement}; alter table message enable trigger message_moved; commit`;

describe('the doctor', () => {
  it('finds nothing while every sum equals its rows', async () => {
    expect(await drifts()).toEqual([]);
  });

  it.each([
    ['messages', 'messages = messages', 1],
    ['parts', 'parts = parts', 1],
    ['points', 'points = points', 1],
    ['billed_points', 'billed_points = billed_points', 1],
  ])(
    'names the sum of %s that was changed by hand, with what it is and what it ought to be',
    async (name, change, by) => {
      const set = (sign: '+' | '-') => `update message_tally set ${change} ${sign} ${by} where delivery = 'delivered'`;
      const [drift, ...others] = await corrupted(set('+'), set('-'));
      expect(others).toEqual([]);
      expect(drift?.check).toBe('message_tally');
      expect(drift?.subject).toContain(`campaign/${r.key.campaignId}/`);
      expect(drift?.subject).toMatch(new RegExp(`accepted/delivered/${name}$`));
      expect(drift?.found).toBe((drift?.expected ?? 0) + 1);
    },
  );

  it('notices rows that were changed behind the back of their sums', async () => {
    const found = await corrupted(
      without(`update message set delivery = 'failed' where provider_id = 'ID-4'`),
      without(`update message set delivery = 'pending' where provider_id = 'ID-4'`),
    );
    const messages = found.filter(({ subject }) => subject.endsWith('/messages'));
    expect(
      messages.map(({ subject, found: is, expected }) => `${subject.split('/').at(-2)} ${is} of ${expected}`),
    ).toEqual(expect.arrayContaining(['failed 0 of 1', 'pending 3 of 2']));
  });

  it('notices a sum that has no rows, and rows that have no sum', async () => {
    const lost = await corrupted(
      `update message_tally set messages = 0, parts = 0, points = 0, billed_points = 0 where delivery = 'undelivered'`,
      `update message_tally t set messages = 1, parts = m.parts, points = m.points, billed_points = m.billed_points from message m where t.delivery = 'undelivered' and m.delivery = 'undelivered'`,
    );
    expect(lost).toContainEqual(expect.objectContaining({ found: 0, expected: 1 }));
    expect(await drifts()).toEqual([]);
  });

  it('notices a message that says less than a report that was kept about it', async () => {
    const found = await corrupted(
      `update message set delivery = 'pending' where provider_id = 'ID-0'`,
      `update message set delivery = 'delivered' where provider_id = 'ID-0'`,
    );
    expect(found).toEqual([
      { check: 'delivery_report', subject: `campaign/${r.key.campaignId}/delivered`, found: 0, expected: 1 },
    ]);
  });
});

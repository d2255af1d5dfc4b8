import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { reclaimBatches } from '../../src/db/batches.ts';
import { createReporting, type Reporting } from './support.ts';

let r: Reporting;
afterEach(() => r.close());

const OK = '200 OK';

describe('a delivery report', () => {
  it('that comes before the answer to the send counts, and the answer does not undo it', async () => {
    r = await createReporting(2);
    expect(await r.call(`MsgId=ID-0&status=404&idx=${r.idx(0)}&points=0.15`)).toBe(OK);
    expect(await r.states()).toEqual(['accepted/delivered', 'submitting/none']);
    await r.answer();
    expect(await r.states()).toEqual(['accepted/delivered', 'accepted/pending']);
  });

  it('without our idx, before its id is known, waits for it', async () => {
    r = await createReporting(2);
    expect(await r.call('MsgId=ID-1&status=404')).toBe(OK);
    expect(await r.kept()).toEqual(['ID-1/-/404/delivered/f']);
    await r.answer();
    expect(await r.states()).toEqual(['accepted/pending', 'accepted/delivered']);
    expect(await r.kept()).toEqual(['ID-1/-/404/delivered/t']);
  });

  it('proves that an uncertain message had been taken, and with the last of them the campaign ends', async () => {
    r = await createReporting(2);
    await reclaimBatches(r.db, 'all');
    await r.call(`MsgId=7&status=404&idx=${r.idx(0)}`);
    expect(await r.states()).toEqual(['accepted/delivered', 'uncertain/none']);
    await r.call(`MsgId=8&status=405&idx=${r.idx(1)}`);
    expect(await r.states()).toEqual(['accepted/delivered', 'accepted/undelivered']);
    const campaign = await r.db.selectFrom('campaign').select('state').executeTakeFirst();
    expect(campaign).toEqual({ state: 'finished' });
  });

  it('repeated, late and out of order leaves the strongest word standing, and every one is kept', async () => {
    r = await createReporting(1);
    await r.answer();
    for (const status of [404, 403, 404, 402, 409, 408, 404])
      expect(await r.call(`MsgId=ID-0&status=${status}`)).toBe(OK);
    expect(await r.states()).toEqual(['accepted/delivered']);
    expect(await r.kept()).toHaveLength(7);
    expect(await findTallyDrift(r.db)).toEqual([]);
  });

  it('wins over no_report, expired and unknown when a handset confirms after all', async () => {
    r = await createReporting(3);
    await r.answer();
    await r.call('MsgId=ID-0,ID-1&status=402,408');
    await sql`update message set delivery = 'no_report' where provider_id = 'ID-2'`.execute(r.db);
    await r.call('MsgId=ID-0,ID-1,ID-2&status=404');
    expect(await r.states()).toEqual(Array.from({ length: 3 }, () => 'accepted/delivered'));
  });

  it('in a list tells each message its own state, and shares what is given once', async () => {
    r = await createReporting(4);
    const idx = [0, 1, 2, 3].map((n) => r.idx(n)).join(',');
    expect(await r.call(`MsgId=a,b,c,d&idx=${idx}&status=404,405,407,403&username=firma`)).toBe(OK);
    expect(await r.states()).toEqual([
      'accepted/delivered',
      'accepted/undelivered',
      'accepted/rejected',
      'accepted/pending',
    ]);
  });

  it('in an uneven list is matched by id alone: whose idx it is nobody knows', async () => {
    r = await createReporting(3);
    await r.answer();
    expect(await r.call(`MsgId=ID-0,ID-1,ID-2&status=404,405&idx=${r.idx(2)}`)).toBe(OK);
    expect(await r.states()).toEqual(['accepted/delivered', 'accepted/undelivered', 'accepted/unknown']);
    expect((await r.kept()).map((line) => line.split('/')[1])).toEqual(['-', '-', '-']);
  });

  it('for an id, an idx, an epoch and a number of another life is kept and touches nobody', async () => {
    r = await createReporting(1);
    await r.answer();
    const [epoch, id] = [r.batch.epoch, r.batch.messages[0]?.id.toString(36)];
    for (const idx of [
      `g${epoch + 1}-${id}`,
      `g${epoch}-zzzzz`,
      `g${epoch}-${id}-3`,
      'ERP-77',
      'g9999999999-zzzzzzzzzzz',
    ])
      expect(await r.call(`MsgId=elsewhere&status=404&idx=${idx}`)).toBe(OK);
    expect(await r.states()).toEqual(['accepted/pending']);
    expect((await r.kept()).every((line) => line.endsWith('/f'))).toBe(true);
    expect(await r.kept()).toHaveLength(5);
  });

  it('that names no id is found by idx, and never lends its missing id to another', async () => {
    r = await createReporting(2);
    expect(await r.call(`status=403&idx=${r.idx(0)}`)).toBe(OK);
    expect(await r.call(`status=404&idx=ERP-1`)).toBe(OK);
    expect(await r.states()).toEqual(['accepted/pending', 'submitting/none']);
    const ids = await r.db.selectFrom('message').select('providerId').orderBy('id').execute();
    expect(ids).toEqual([{ providerId: null }, { providerId: null }]);
  });

  it.each([
    ['413', 'ON_HOLD', '413/unknown'],
    ['', 'SOMETHING_NEW', '-/unknown'],
    ['-1', 'ŻÓŁW', '-/unknown'],
    ['999999999', 'X', '-/unknown'],
    ['', 'DELIVRD', '-/unknown'],
    ['', 'DELIVERED', '404/delivered'],
  ])('with the status "%s" and the word "%s" is kept as %s', async (code, word, expected) => {
    r = await createReporting(1);
    await r.answer();
    expect(await r.call(`MsgId=ID-0&status=${code}&status_name=${encodeURIComponent(word)}`)).toBe(OK);
    expect((await r.kept())[0]).toBe(`ID-0/-/${expected}/t`);
    await r.call('MsgId=ID-0&status=404');
    expect(await r.states()).toEqual(['accepted/delivered']);
  });

  it('is kept as it came, once for a whole list, and without our secret', async () => {
    r = await createReporting(2);
    const query = `MsgId=a%2Cb&status=404&idx=${r.idx(0)}%2C${r.idx(1)}&from=Za%C5%BC%C3%B3%C5%82%C4%87`;
    await r.call(query);
    const raws = await r.db.selectFrom('deliveryReport').select('raw').orderBy('id').execute();
    expect(raws).toEqual([{ raw: query }, { raw: null }]);
  });
});

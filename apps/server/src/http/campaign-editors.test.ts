import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Client } from '@goniec/contract';
import { injectFetch } from '../../test/support/inject-fetch.ts';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { createApiKey } from '../usecases/create-api-key.ts';
import { EDITOR_SILENT_MS } from '../usecases/announce-editor.ts';
import { sweep } from '../usecases/sweep.ts';

let server: TestHttp;
let anna: Client;
let jan: Client;
beforeAll(async () => {
  server = await createTestHttp();
  await server.test.pool.query("insert into company (name) values ('Moja')");
  anna = await somebody('Anna Nowak');
  jan = await somebody('Jan Lis');
});
afterAll(() => server.close());

async function somebody(name: string): Promise<Client> {
  const { rows } = await server.test.pool.query<{ id: number }>(
    'insert into app_user (name) values ($1) returning id',
    [name],
  );
  const userId = Number(rows[0]?.id);
  await server.test.pool.query('insert into membership (company_id, user_id) values (1, $1)', [userId]);
  const { secret } = await createApiKey(server.deps, { userId, name: 'test', actor: 'test' });
  return createClient('http://goniec.test', { authorization: `Bearer ${secret}` }, injectFetch(server.http));
}

const companyId = '1';
const draft = async () => {
  const { id } = await anna.createCampaign({ params: { companyId }, body: { subject: 'S', body: 'B' } });
  return { companyId, campaignId: id };
};
const HERS = 'window-of-anna';
const HIS = 'window-of-jan';

/** Waits until everything announced so far has been heard. */
async function allHeard(): Promise<void> {
  const marker = Promise.withResolvers<undefined>();
  const stop = server.deps.events.subscribe(({ type }) => {
    if (type === 'instance.changed') marker.resolve(undefined);
  });
  await server.test.pool.query(`select pg_notify('goniec', '{"type":"instance.changed","companyId":null,"id":null}')`);
  await marker.promise;
  stop();
}

/** How often the campaign's presence is announced while something happens. */
async function announced(campaignId: string, happen: () => Promise<unknown>): Promise<number> {
  await allHeard();
  let heard = 0;
  const stop = server.deps.events.subscribe(({ type, id }) => {
    if (type === 'campaign.presence' && id === campaignId) heard += 1;
  });
  await happen();
  await allHeard();
  stop();
  return heard;
}

describe('people who have one campaign open', () => {
  it('see each other by name, and who writes since when', async () => {
    const params = await draft();
    const { items } = await anna.announceEditor({ params: { ...params, seat: HERS }, body: {} });
    expect(items).toMatchObject([{ seat: HERS, name: 'Anna Nowak', you: true, editingSince: null }]);
    await anna.announceEditor({ params: { ...params, seat: HERS }, body: { editing: true } });
    const seen = await jan.announceEditor({ params: { ...params, seat: HIS }, body: {} });
    expect(seen.items).toMatchObject([
      { name: 'Anna Nowak', you: false, editingSince: expect.any(String) },
      { name: 'Jan Lis', you: true, editingSince: null },
    ]);
    expect((await anna.listEditors({ params })).items.map(({ you }) => you)).toEqual([true, false]);
  });

  it('are heard of when they come, begin to write and go, and not with every sign of life', async () => {
    const params = await draft();
    const sign = (editing: boolean) => anna.announceEditor({ params: { ...params, seat: HERS }, body: { editing } });
    expect(await announced(params.campaignId, () => sign(false))).toBe(1);
    expect(await announced(params.campaignId, () => sign(false))).toBe(0);
    expect(await announced(params.campaignId, () => sign(true))).toBe(1);
    expect(await announced(params.campaignId, () => sign(true))).toBe(0);
    // A window that looks again still wrote.
    expect((await sign(false)).items[0]?.editingSince).toEqual(expect.any(String));
    const leave = () => anna.leaveEditor({ params: { ...params, seat: HERS } });
    expect(await announced(params.campaignId, leave)).toBe(1);
    expect(await announced(params.campaignId, leave)).toBe(0);
    expect((await jan.listEditors({ params })).items).toEqual([]);
  });

  it('are gone after a silence, and begin anew when they come back', async () => {
    const params = await draft();
    const at = new Date();
    server.setNow(at);
    await anna.announceEditor({ params: { ...params, seat: HERS }, body: { editing: true } });
    server.setNow(new Date(at.getTime() + EDITOR_SILENT_MS));
    expect((await jan.listEditors({ params })).items).toEqual([]);
    const again = () => anna.announceEditor({ params: { ...params, seat: HERS }, body: {} });
    expect(await announced(params.campaignId, again)).toBe(1);
    expect((await jan.listEditors({ params })).items).toMatchObject([
      { openedAt: new Date(at.getTime() + EDITOR_SILENT_MS).toISOString(), editingSince: null },
    ]);
    server.setNow(new Date(at.getTime() + 3 * EDITOR_SILENT_MS));
    await sweep(server.deps);
    const { rows } = await server.test.pool.query('select from campaign_editor where campaign_id = $1', [
      params.campaignId,
    ]);
    expect(rows).toEqual([]);
    server.setNow(null);
  });

  it('cannot speak for or send away one another', async () => {
    const params = await draft();
    await anna.announceEditor({ params: { ...params, seat: HERS }, body: {} });
    await jan.leaveEditor({ params: { ...params, seat: HERS } });
    await expect(jan.announceEditor({ params: { ...params, seat: HERS }, body: {} })).rejects.toMatchObject({
      problem: { code: 'not_found' },
    });
    expect((await anna.listEditors({ params })).items).toMatchObject([{ name: 'Anna Nowak' }]);
  });

  it('go with the draft', async () => {
    const params = await draft();
    await anna.announceEditor({ params: { ...params, seat: HERS }, body: {} });
    await anna.deleteCampaign({ params });
    await expect(anna.announceEditor({ params: { ...params, seat: HERS }, body: {} })).rejects.toMatchObject({
      problem: { code: 'not_found' },
    });
  });

  it('are told that the draft is gone when it is deleted at that very moment', async () => {
    for (let nth = 0; nth < 10; nth++) {
      const params = await draft();
      const [deleted, ...signs] = await Promise.allSettled([
        anna.deleteCampaign({ params }),
        ...[1, 2, 3].map((at) => jan.announceEditor({ params: { ...params, seat: `seat-000${at}` }, body: {} })),
      ]);
      expect(deleted.status).toBe('fulfilled');
      for (const sign of signs)
        if (sign.status === 'rejected') expect(sign.reason).toMatchObject({ problem: { code: 'not_found' } });
    }
  });
});

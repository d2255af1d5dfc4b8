import { createClient, type ServerEvent } from '@goniec/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { announce } from '../db/announcements.ts';
import { MISSED } from '../event-memory.ts';
import { createApiKey } from '../usecases/create-api-key.ts';

let server: TestHttp;
let address: string;
/** The key of somebody who belongs to company 1 and not to company 2. */
let key: string;
beforeAll(async () => {
  server = await createTestHttp();
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  await server.test.pool.query("insert into company (name) values ('Moja'), ('Cudza')");
  await server.test.pool.query("insert into app_user (name) values ('Anna')");
  await server.test.pool.query('insert into membership (company_id, user_id) values (1, 1)');
  ({ secret: key } = await createApiKey(server.deps, { userId: 1, name: 'test', actor: 'test' }));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => server.close());

const changed = (companyId: string | null, id: string): ServerEvent => ({ type: 'campaign.changed', companyId, id });
/** The id of the last event of the stream before; each has its own. */
let lastId = 900_000;

/** Listens until a last event comes; announces it and what is given once the stream is open. */
async function hear(
  given: readonly ServerEvent[],
  query: { companyId?: string; withinMs?: number } = {},
  as = key,
  once: () => Promise<void> = async () => {},
): Promise<ServerEvent[]> {
  const giveUp = new AbortController();
  const client = createClient(address, { authorization: `Bearer ${as}` });
  const stream = await client.streamEvents({ query }, { signal: giveUp.signal });
  await once();
  const end = changed(query.companyId ?? null, String(++lastId));
  for (const event of [...given, end]) await announce(server.test.db, event);
  const heard: ServerEvent[] = [];
  for await (const event of stream) {
    if (event.id === end.id) break;
    heard.push(event);
  }
  giveUp.abort();
  return heard;
}

/** Connections that hear announcements. */
async function listeners(): Promise<number[]> {
  const { rows } = await server.test.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
      where application_name = 'goniec-events' and datname = current_database() and query ilike 'listen%' and state = 'idle'`,
  );
  return rows.map(({ pid }) => pid);
}

describe('the stream of events', () => {
  it('tells what changed in one’s own companies and in the installation, in order', async () => {
    const given = [changed('1', '1'), changed('2', '2'), changed(null, '3'), changed('1', '4')];
    expect(await hear(given)).toEqual([given[0], given[2], given[3]]);
  });

  it('of one company tells nothing else', async () => {
    const given = [changed('1', '1'), changed(null, '2')];
    expect(await hear(given, { companyId: '1' })).toEqual([given[0]]);
  });

  it('tells everything to the key of this computer', async () => {
    const given = [changed('1', '1'), changed('2', '2')];
    expect(await hear(given, {}, await server.localKey())).toEqual(given);
  });

  it('begins with what happened before it was opened, as far back as one wants', async () => {
    await hear([]);
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
    await hear([changed('1', '71'), changed('2', '72'), changed('1', '73')]);
    now.mockReturnValue(performance.now() + 5_000);
    const heard = await hear([changed('1', '74')], { withinMs: 6_000 });
    expect(heard.map(({ id }) => id)).toEqual(['71', '73', String(lastId - 1), '74']);
    expect(await hear([], { withinMs: 120_000, companyId: '1' })).toEqual([MISSED]);
  });

  it('comes back when the connection to the database broke, and says that something may have been missed', async () => {
    const heard = await hear([], {}, key, async () => {
      const before = await listeners();
      await server.test.pool.query('select pg_terminate_backend($1)', [before[0]]);
      await expect.poll(async () => (await listeners()).filter((pid) => !before.includes(pid))).toHaveLength(1);
    });
    expect(heard).toEqual([MISSED]);
    expect(await hear([changed('1', '1')])).toHaveLength(1);
  });
});

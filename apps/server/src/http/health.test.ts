import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { createDb, createPool } from '../db/database.ts';
import { holdInstance } from '../db/instance.ts';
import { createHttp } from './server.ts';

let server: TestHttp;
beforeAll(async () => {
  server = await createTestHttp();
});
afterAll(() => server.close());

describe('what machines ask', () => {
  it('/health says that the program lives', async () => {
    expect((await server.call('GET', '/health')).json()).toMatchObject({ status: 'ok' });
  });

  it('/ready says that it can work, and whether sending is held', async () => {
    expect((await server.call('GET', '/ready')).json()).toEqual({ status: 'ok', sending: 'open' });
    await holdInstance(server.test.db, { reason: 'no_file', at: new Date() });
    expect((await server.call('GET', '/ready')).json()).toEqual({ status: 'ok', sending: 'held' });
  });

  it('/ready is 503 while the database is away, and /health still answers', async () => {
    const db = createDb(createPool({ host: '127.0.0.1', port: 9, user: 'x', database: 'x' }, 1, () => {}));
    const lonely = await createHttp({ ...server.deps, db });
    expect((await lonely.inject('/ready')).statusCode).toBe(503);
    expect((await lonely.inject('/health')).statusCode).toBe(200);
    const asked = await lonely.inject({
      url: '/api/v1/session',
      headers: { authorization: `Bearer ${await server.localKey()}` },
    });
    expect([asked.statusCode, asked.json().code]).toEqual([503, 'database_unavailable']);
    await lonely.close();
    await db.destroy();
  });

  it('/metrics counts requests by route, never by address', async () => {
    await server.call('GET', '/api/v1/companies/4711/gateway', { key: await server.localKey() });
    const { body, headers } = await server.call('GET', '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('route="/api/v1/companies/:companyId/gateway"');
    expect(body).toContain('goniec_open_batches 0');
    expect(body).not.toContain('/companies/4711');
  });
});

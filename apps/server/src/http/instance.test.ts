import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';
import { createTestVault } from '../../test/support/vault.ts';
import { holdInstance, readInstance } from '../db/instance.ts';

let server: TestHttp;
let key: string;
beforeAll(async () => {
  server = await createTestHttp();
  key = await server.localKey();
});
beforeEach(async () => {
  await server.test.pool.query('update instance set epoch = 1, hold_reason = null, held_at = null');
});
afterAll(() => server.close());

const instance = async () => (await server.call('GET', '/api/v1/instance', { key })).json();
const confirm = () => server.call('POST', '/api/v1/instance/confirm-restore', { key });

describe('the state of the installation', () => {
  it('tells version, id and epoch, and that nothing is held', async () => {
    const { installationId } = await readInstance(server.test.db);
    expect(await instance()).toMatchObject({
      version: '0.1.0',
      installationId,
      epoch: 1,
      hold: null,
      credentials: 'readable',
    });
  });

  it('tells why sending is held, and the last sign of life of what may have been sent elsewhere', async () => {
    await holdInstance(server.test.db, { reason: 'no_file', at: new Date('2026-11-22T12:00:00Z') });
    expect((await instance()).hold).toMatchObject({
      since: '2026-11-22T12:00:00.000Z',
      reason: { code: 'no_file', sentence: { pl: expect.any(String) }, action: { pl: expect.any(String) } },
      lastMessageId: null,
      lastAttemptAt: null,
    });
  });

  it('keeps the first reason of a hold', async () => {
    await holdInstance(server.test.db, { reason: 'no_file', at: new Date() });
    await holdInstance(server.test.db, { reason: 'file_damaged', at: new Date() });
    expect((await instance()).hold.reason.code).toBe('no_file');
  });

  it('tells that tokens of another server cannot be read, as long as one is left', async () => {
    await server.test.pool.query("insert into company (name, wrapped_key) values ('Dawna', $1)", [
      createTestVault().newCompanyKey('1'),
    ]);
    expect((await instance()).credentials).toBe('unreadable');
    await server.test.pool.query('update company set wrapped_key = $1', [server.deps.vault.newCompanyKey('1')]);
    expect((await instance()).credentials).toBe('readable');
  });
});

describe('the confirmation', () => {
  it('begins a new epoch, lets sending go on and is written down', async () => {
    await holdInstance(server.test.db, { reason: 'no_file', at: new Date() });
    const confirmed = await confirm();
    expect(confirmed.statusCode).toBe(200);
    expect(confirmed.json()).toMatchObject({ hold: null });
    expect(confirmed.json().epoch).toBeGreaterThan(1);
    const { rows } = await server.test.pool.query(
      "select actor from audit_event where action = 'instance.restore_confirmed'",
    );
    expect(rows).toEqual([{ actor: expect.stringMatching(/^key:goniec_/) }]);
  });

  it('is refused when nothing is held', async () => {
    expect((await confirm()).json()).toMatchObject({ status: 409, code: 'nothing_held' });
  });

  it('given twice at the same moment counts once', async () => {
    await holdInstance(server.test.db, { reason: 'no_file', at: new Date() });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestDeps } from '../../test/support/deps.ts';
import { createFirm } from '../../test/support/firm.ts';
import { createTestVault } from '../../test/support/vault.ts';
import { readInstance } from '../db/instance.ts';
import type { EpochFile } from '../domain/epoch.ts';
import { collectObstacles } from './collect-obstacles.ts';
import { confirmRestore } from './confirm-restore.ts';
import type { Deps } from './deps.ts';
import type { EpochMirror } from './epoch-mirror.ts';
import { establishInstance } from './establish-instance.ts';
import { openGateway } from './open-gateway.ts';
import { saveGatewayToken } from './save-gateway-token.ts';
import { testGateway } from './test-gateway.ts';

/** A server: its own key file and its own epoch mirror, whatever database it is pointed at. */
interface Server {
  readonly deps: Deps;
  start(): Promise<string | null>;
  confirm(): ReturnType<typeof confirmRestore>;
}

let test: TestDatabase;
let emulator: Emulator;
let companies: number[];
let home: Server;
let away: Server;

function createServer(): Server {
  const deps = createTestDeps(test.db, { vault: createTestVault() });
  let file: EpochFile = { kind: 'absent' };
  const mirror: EpochMirror = {
    readEpoch: async () => file,
    writeEpoch: async (mark, sign) => {
      file = { kind: 'present', mark, sign };
    },
  };
  return {
    deps,
    start: async () => (await establishInstance(deps, mirror)).hold,
    confirm: () => confirmRestore(deps, mirror, { actor: 'user:1', elsewhere: 'may_have_sent' }),
  };
}

beforeEach(async () => {
  test = await createTestDatabase();
  emulator = await startEmulator();
  home = createServer();
  away = createServer();
  await home.start();
  companies = [];
  for (let n = 0; n < 2; n += 1) {
    const { companyId } = await createFirm(test.db, { contacts: 0, baseUrl: emulator.url });
    await enterToken(home, companyId);
    companies.push(companyId);
  }
});
afterEach(async () => {
  await emulator.close();
  await test.drop();
});

const enterToken = (server: Server, companyId: number) =>
  saveGatewayToken(server.deps, { companyId, actor: 'user:1', token: emulator.token });
const tokenAt = async (server: Server, companyId: number): Promise<string> => {
  const opened = await openGateway(server.deps, companyId);
  return opened.ok ? 'readable' : opened.refusal.code;
};
const tokensAt = (server: Server) => Promise.all(companies.map((companyId) => tokenAt(server, companyId)));
const secretsKept = async () => {
  const { rows } = await test.pool.query(
    'select c.id, c.wrapped_key, s.sealed from company c join sealed_secret s on s.company_id = c.id order by c.id',
  );
  return rows;
};

describe('a database that was moved to another server (S15)', () => {
  it('works at home, start after start', async () => {
    expect(await tokensAt(home)).toEqual(['readable', 'readable']);
    expect(await home.start()).toBeNull();
    expect(await tokensAt(home)).toEqual(['readable', 'readable']);
  });

  it('starts, holds sending, says "enter the token again", and nothing is lost', async () => {
    const before = await secretsKept();
    expect(await away.start()).toBe('no_file');
    expect(await tokensAt(away)).toEqual(['token_unreadable', 'token_unreadable']);
    const gate = await collectObstacles(away.deps, companies[0] ?? 0, { points: 1 });
    expect(gate.obstacles.map(({ code }) => code)).toEqual(['restore_hold', 'token_unreadable']);
    expect(gate.obstacles[1]?.action?.pl).toContain('Wpisz token ponownie');
    expect(await testGateway(away.deps, companies[0] ?? 0)).toMatchObject({
      value: { ok: false, reason: { code: 'token_unreadable' } },
    });
    expect(await secretsKept()).toEqual(before);
  });

  it('moved back, reads everything as before', async () => {
    await away.start();
    expect(await tokensAt(home)).toEqual(['readable', 'readable']);
  });

  it('takes a new token for one company and leaves the secrets of the others alone', async () => {
    await away.start();
    const [, kept] = await secretsKept();
    expect((await enterToken(away, companies[0] ?? 0)).ok).toBe(true);
    expect(await tokensAt(away)).toEqual(['readable', 'token_unreadable']);
    expect((await secretsKept())[1]).toEqual(kept);
    expect(await tokensAt(home)).toEqual(['token_unreadable', 'readable']);
    await enterToken(away, companies[1] ?? 0);
    expect(await tokensAt(away)).toEqual(['readable', 'readable']);
  });

  it('goes on sending only after an administrator has confirmed, under a new epoch', async () => {
    await away.start();
    await enterToken(away, companies[0] ?? 0);
    const before = (await readInstance(test.db)).epoch;
    expect(await away.start()).toBe('no_file');
    expect((await away.confirm()).ok).toBe(true);
    expect((await collectObstacles(away.deps, companies[0] ?? 0, { points: 1 })).obstacles).toEqual([]);
    expect((await readInstance(test.db)).epoch).toBeGreaterThan(before);
    expect(await away.start()).toBeNull();
  });

  it('holds at home again after it has lived elsewhere', async () => {
    await away.start();
    await away.confirm();
    expect(await home.start()).toBe('file_older_than_database');
  });

  it('gives two companies that heal at the same moment keys of their own', async () => {
    await away.start();
    await Promise.all(companies.map((companyId) => enterToken(away, companyId)));
    expect(await tokensAt(away)).toEqual(['readable', 'readable']);
    const [first, second] = await secretsKept();
    expect(first.wrapped_key).not.toBe(second.wrapped_key);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccess } from '../access/access.ts';
import { runCli } from '../testing/run-cli.ts';
import { problem, startStub } from '../testing/stub-server.ts';

const server = () =>
  startStub({
    'POST /sign-in-links': () => ({
      status: 201,
      json: { url: 'http://127.0.0.1:7300/zaloguj?token=abc', expiresAt: '2026-11-22T12:15:00.000Z' },
    }),
    'GET /session': ({ headers }) =>
      headers.authorization === 'Bearer dobry'
        ? { json: { user: null, via: 'api_key', companies: [{ id: '1', name: 'Żuraw' }] } }
        : problem(401, 'not_signed_in', 'Nie jesteś zalogowany.'),
  });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec login '));
});
afterAll(() => rm(folder, { recursive: true }));

describe('login', () => {
  it('prints a one-time link', async () => {
    await using stub = await server();
    const { exit, out } = await runCli(['login'], stub.url);
    expect(out).toContain('http://127.0.0.1:7300/zaloguj?token=abc');
    expect(exit).toBe(0);
  });

  it.each([
    ['as an option', ['--key', 'dobry'], {}],
    ['on the standard input', ['--key-stdin'], { input: 'dobry\n' }],
    ['when asked, unseen', [], { answers: ['dobry'] }],
  ] as const)('stores address and key given %s', async (how, options, person) => {
    await using stub = await server();
    const stored = join(folder, how, 'access.json');
    const { exit, out, err } = await runCli(
      ['login', '--url', `${stub.url}/kontrahenci`, ...options],
      'http://127.0.0.1:9',
      {
        ...person,
        stored,
      },
    );
    expect(await readAccess(stored)).toEqual({ url: stub.url, key: 'dobry' });
    expect(out + err).not.toContain('dobry');
    expect(exit).toBe(0);
  });

  it.each([
    ['nieznany', 4],
    ['zły', 2],
    ['', 2],
    ['dwa słowa', 2],
  ])('stores nothing for the key %j', async (key, code) => {
    await using stub = await server();
    const stored = join(folder, 'none', 'access.json');
    const { exit } = await runCli(['login', '--url', stub.url], stub.url, { answers: [key], stored });
    expect([exit, await readAccess(stored)]).toEqual([code, null]);
  });

  it('tells which server is used, and as whom', async () => {
    await using stub = await server();
    const env = { GONIEC_KEY: 'dobry' };
    const { out } = await runCli(['login', '--status'], stub.url, { env });
    expect(out).toContain(stub.url);
    expect(out).toContain('ze zmiennych GONIEC_URL i GONIEC_KEY');
    expect(out).toContain('Żuraw (1)');
  });
});

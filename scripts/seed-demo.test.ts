import { createClient } from '@goniec/contract';
import { describe, expect, it } from 'vitest';
import { problem, startStub, type Stub } from '../apps/cli/src/testing/stub-server.ts';
import { DEMO_COMPANY, isLoopback, seedDemo } from './seed-demo.ts';

interface Installation {
  readonly companies: { readonly id: string; readonly name: string }[];
  gateway: { baseUrl: string; sender: string | null; token: 'missing' | 'stored' } | null;
  /** The one the emulator takes. */
  readonly goodToken: string;
  storedToken?: string;
  serviceEnabled?: boolean;
  /** How often the emulator was told where replies go. */
  registered?: number;
}

const emulator = { url: 'http://127.0.0.1:8089', token: 'good' };
const at = '2026-11-22T12:00:00.000Z';
const fresh = (): Installation => ({ companies: [], gateway: null, goodToken: 'good' });
const demo = { id: '1', name: DEMO_COMPANY };

/** The server's part of the conversation, over HTTP. */
function serve(state: Installation): Promise<Stub> {
  const works = () => state.gateway?.token === 'stored' && state.storedToken === state.goodToken;
  const answer = () =>
    state.gateway ? { json: { timeoutMs: 10_000, ...state.gateway } } : problem(404, 'gateway_missing', 'Brak bramki.');
  return startStub({
    'GET /companies': () => ({ json: { items: state.companies } }),
    'POST /companies': ({ body }) => {
      const company = { id: '1', nip: null, createdAt: at, ...(body as { name: string }) };
      state.companies.push(company);
      return { status: 201, json: company };
    },
    'PUT /companies/1/services/sms_smsapi': ({ body }) => {
      state.serviceEnabled = (body as { enabled: boolean }).enabled;
      return { json: {} };
    },
    'GET /companies/1/gateway': answer,
    'PUT /companies/1/gateway': ({ body }) => {
      const { baseUrl, sender } = body as { baseUrl: string; sender: string | null };
      state.gateway = { token: 'missing', ...state.gateway, baseUrl, sender };
      return answer();
    },
    'PUT /companies/1/gateway/token': ({ body }) => {
      state.storedToken = (body as { token: string }).token;
      if (state.gateway) state.gateway.token = 'stored';
      return answer();
    },
    'GET /companies/1/gateway/sender-names': () =>
      works()
        ? {
            json: {
              items: [
                { sender: 'Nowa', isDefault: false, status: 'pending', usable: false },
                { sender: 'Druga', isDefault: false, status: 'active', usable: true },
                { sender: 'Test', isDefault: true, status: 'active', usable: true },
              ],
            },
          }
        : problem(409, 'gateway_refused', 'Bramka odmówiła.'),
    'POST /companies/1/gateway/register-inbound': () => {
      state.registered = (state.registered ?? 0) + 1;
      return { json: { url: 'http://127.0.0.1:7300/callbacks/smsapi/inbound/x', change: 'added' } };
    },
    'POST /companies/1/gateway/test': () => ({
      json: { ok: works(), accountName: null, balance: null, reason: null },
    }),
  });
}

async function seed(state: Installation): Promise<Stub['requests']> {
  await using stub = await serve(state);
  await seedDemo(createClient(stub.url), emulator);
  return stub.requests;
}

const harmless = /\/(?:test|register-inbound)$/;
const changes = (requests: Stub['requests']): string[] =>
  requests.filter(({ method, path }) => method !== 'GET' && !harmless.test(path)).map(({ path }) => path);

describe('the seed of the demo company', () => {
  it('makes a fresh installation ready to send through the emulator', async () => {
    const state = fresh();
    await seed(state);
    expect(state).toMatchObject({
      companies: [demo],
      gateway: { baseUrl: 'http://127.0.0.1:8089', sender: 'Test', token: 'stored' },
      storedToken: 'good',
      serviceEnabled: true,
      registered: 1,
    });
  });

  it('changes nothing the second time', async () => {
    const state = fresh();
    await seed(state);
    expect(changes(await seed(state))).toEqual([]);
    expect(state.registered).toBe(2);
  });

  const ready = { baseUrl: 'http://127.0.0.1:8089/', sender: 'Druga', token: 'stored' } as const;

  it.each([
    ['another port', { gateway: { ...ready, baseUrl: 'http://127.0.0.1:9999/' }, storedToken: 'good' }],
    ['another token', { gateway: ready, storedToken: 'old' }],
    ['a start that was cut off', { gateway: { ...ready, token: 'missing' } }],
  ] as const)('mends its way to the emulator after %s, and keeps the sender', async (_, changed) => {
    const state: Installation = { ...fresh(), companies: [demo], ...structuredClone(changed) };
    await seed(state);
    expect(state).toMatchObject({
      gateway: { baseUrl: 'http://127.0.0.1:8089', sender: 'Druga', token: 'stored' },
      storedToken: 'good',
    });
    expect(state.serviceEnabled).toBeUndefined();
  });

  it('mends the demo company among others', async () => {
    const other = { id: '2', name: 'Piekarnia Żuraw' };
    const state: Installation = { ...fresh(), companies: [other, demo], gateway: { ...ready }, storedToken: 'old' };
    expect(changes(await seed(state)).filter((path) => !path.startsWith('/companies/1/'))).toEqual([]);
    expect(state.storedToken).toBe('good');
  });

  it('finishes a company that was made and not yet connected', async () => {
    const state: Installation = { ...fresh(), companies: [demo] };
    await seed(state);
    expect(state).toMatchObject({ gateway: { sender: 'Test' }, serviceEnabled: true });
    expect(state.companies).toHaveLength(1);
  });

  it.each([
    ['another company', { companies: [{ id: '1', name: 'Piekarnia Żuraw' }] }],
    ['several other companies', { companies: ['1', '2'].map((id) => ({ id, name: `Piekarnia ${id}` })) }],
    [
      'the demo company on a real gateway',
      { companies: [demo], gateway: { baseUrl: 'https://api.smsapi.pl/', sender: null, token: 'missing' } },
    ],
  ] as const)('never touches %s', async (_, found) => {
    const state: Installation = { ...fresh(), ...structuredClone({ ...found, companies: [...found.companies] }) };
    expect(changes(await seed(state))).toEqual([]);
    expect(state.registered).toBeUndefined();
  });

  it('says so when the emulator refuses', async () => {
    await expect(seed({ ...fresh(), goodToken: 'other' })).rejects.toThrow('gateway_refused');
  });
});

it.each([
  ['http://127.0.0.1:8089', true],
  ['http://localhost:1/', true],
  ['http://[::1]:8089', true],
  ['https://api.smsapi.pl/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['', false],
])('%s is on this computer: %s', (url, isHere) => {
  expect(isLoopback(url)).toBe(isHere);
});

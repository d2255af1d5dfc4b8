import { describe, expect, it } from 'vitest';
import type { Gateway } from '../api/shapes.ts';
import { runCli } from '../testing/run-cli.ts';
import { problem, startStub, type StubRequest } from '../testing/stub-server.ts';

const gateway: Gateway = {
  provider: 'smsapi',
  baseUrl: 'https://api.smsapi.pl/',
  sender: 'Test',
  timeoutMs: 10_000,
  batchSize: 100,
  requestsPerSecond: 10,
  concurrency: 3,
  maxParts: 6,
  pointValue: 10_000,
  lowBalance: null,
  settleAutomatically: true,
  token: 'missing',
  partPrice: 1500,
  paymentType: null,
  accountName: null,
  emulator: false,
  verifiedAt: null,
  pace: { requestsPerSecond: 10, concurrency: 3 },
  lastError: null,
  inbound: {
    url: 'https://sms.firma.pl/callbacks/smsapi/inbound/x',
    steps: [{ pl: 'Dodaj ten adres.', en: 'Add this address.' }],
  },
  tokenSteps: [{ pl: 'Otwórz panel SMSAPI.', en: 'Open the panel.' }],
};

const server = (current: Gateway | null = gateway) =>
  startStub({
    'GET /companies': () => ({
      json: { items: [{ id: '1', name: 'Żuraw', nip: null, createdAt: '2026-11-22T12:00:00.000Z' }] },
    }),
    'GET /companies/1/gateway': () =>
      current ? { json: current } : problem(404, 'gateway_missing', 'Firma nie ma jeszcze bramki.'),
    'PUT /companies/1/gateway': () => ({ json: gateway }),
    'POST /companies/1/gateway/register-inbound': () => ({ json: { url: gateway.inbound.url, change: 'moved' } }),
    'PUT /companies/1/gateway/token': () => ({ json: { ...gateway, token: 'stored' } }),
  });

const saved = (requests: readonly StubRequest[]) => requests.find(({ method }) => method === 'PUT')?.body;

describe('settings set', () => {
  it('changes what was given and keeps the rest', async () => {
    await using stub = await server();
    await runCli(['settings', 'set', '--timeout', '60', '--point-value', '0,165'], stub.url);
    const { token: _t, partPrice: _p, paymentType: _y, accountName: _a, ...rest } = gateway;
    const { verifiedAt: _v, lastError: _l, tokenSteps: _s, pace: _c, inbound: _i, emulator: _e, ...settings } = rest;
    expect(saved(stub.requests)).toEqual({ ...settings, timeoutMs: 60_000, pointValue: 1650 });
  });

  it.each([
    ['nie', false],
    ['tak', true],
  ])('leaves uncertain messages to people or to the program: %s', async (word, settleAutomatically) => {
    await using stub = await server();
    await runCli(['settings', 'set', '--settle-automatically', word], stub.url);
    expect(saved(stub.requests)).toMatchObject({ settleAutomatically, sender: 'Test' });
  });

  it('begins with what was given where there is no gateway yet', async () => {
    await using stub = await server(null);
    await runCli(['settings', 'set', '--sender', 'Zuraw'], stub.url);
    expect(saved(stub.requests)).toEqual({ provider: 'smsapi', sender: 'Zuraw' });
  });
});

describe('settings inbound', () => {
  it('has the gateway write down the address for replies', async () => {
    await using stub = await server();
    const { out, exit } = await runCli(['settings', 'inbound'], stub.url);
    expect([exit, out]).toEqual([0, `Zmieniono w bramce adres odpowiedzi na:\n${gateway.inbound.url}\n`]);
  });

  it('--show tells the address and the steps by hand, and changes nothing', async () => {
    await using stub = await server();
    const { out } = await runCli(['settings', 'inbound', '--show'], stub.url);
    expect(out).toBe(`${gateway.inbound.url}\n\n  1. Dodaj ten adres.\n`);
    expect(stub.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('settings errors', () => {
  const error = {
    id: '2',
    code: 'smsapi_101',
    sentence: { pl: 'Bramka nie uznała tokenu.', en: 'The gateway refused the token.' },
    action: { pl: 'Zapisz nowy token.', en: 'Store a new token.' },
    operation: 'send',
    times: 3,
    firstAt: '2026-11-22T11:00:00.000Z',
    lastAt: '2026-11-22T12:00:00.000Z',
    over: false,
  };
  const serve = (items: readonly object[]) =>
    startStub({
      'GET /companies': () => ({
        json: { items: [{ id: '1', name: 'Żuraw', nip: null, createdAt: '2026-11-22T12:00:00.000Z' }] },
      }),
      'GET /companies/1/gateway/errors': () => ({ json: { items } }),
    });

  it('lists them with what to do, each advice once', async () => {
    await using stub = await serve([error, { ...error, id: '1', operation: 'test' }]);
    const { out } = await runCli(['settings', 'errors', '--limit', '80'], stub.url);
    expect(out).toMatch(/wysyłanie +3 +smsapi_101/);
    expect(out).toMatch(/test połączenia +3 +smsapi_101/);
    expect(out.match(/Co zrobić: Zapisz nowy token\./g)).toHaveLength(1);
    expect(stub.requests.at(-1)?.path).toMatch(/errors/);
  });

  it('advises nothing about what is over', async () => {
    await using stub = await serve([{ ...error, over: true }]);
    const { out } = await runCli(['settings', 'errors'], stub.url);
    expect(out).toContain('minęło');
    expect(out).not.toContain('Co zrobić');
  });
});

describe('settings token', () => {
  it('asks for it unseen, after the steps to get one', async () => {
    await using stub = await server();
    const { err, out } = await runCli(['settings', 'token'], stub.url, { answers: ['tajny'] });
    expect(err).toContain('1. Otwórz panel SMSAPI.');
    expect(saved(stub.requests)).toEqual({ token: 'tajny', check: true });
    expect(out + err).not.toContain('tajny');
  });

  it('reads it from the standard input', async () => {
    await using stub = await server();
    expect((await runCli(['settings', 'token', '--token-stdin'], stub.url, { input: 'tajny\n' })).exit).toBe(0);
    expect(saved(stub.requests)).toEqual({ token: 'tajny', check: true });
  });

  it('stores one unchecked when it is told to', async () => {
    await using stub = await server();
    await runCli(['settings', 'token', '--no-check'], stub.url, { answers: ['tajny'] });
    expect(saved(stub.requests)).toEqual({ token: 'tajny', check: false });
  });

  it.each([
    [['settings', 'token'], {}],
    [['settings', 'token', '--token-stdin'], { input: '\n' }],
    [['settings', 'token'], { answers: [''] }],
    [['settings', 'token', 'tajny'], { answers: ['inny'] }],
  ])('%j with %j changes nothing', async (argv, person) => {
    await using stub = await server();
    expect((await runCli(argv, stub.url, person)).exit).toBe(2);
    expect(saved(stub.requests)).toBeUndefined();
  });
});

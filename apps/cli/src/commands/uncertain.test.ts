import { describe, expect, it } from 'vitest';
import type { UncertainMessage } from '../api/shapes.ts';
import { runCli } from '../testing/run-cli.ts';
import { sampleReason } from '../testing/samples.ts';
import { problem, type StubAnswer, type StubRequest, startStub } from '../testing/stub-server.ts';

const message = (facts: Partial<UncertainMessage> = {}): UncertainMessage => ({
  id: '4711',
  campaignId: '12',
  campaignSubject: 'Promocja',
  campaignState: 'sending',
  contractorName: 'Żuraw sp. z o.o.',
  contactName: null,
  phone: '+48501000001',
  parts: 1,
  points: 1500,
  batchId: '3',
  since: '2026-11-22T12:00:00.000Z',
  ageSeconds: 90_000,
  attempts: 5,
  sentAgain: 0,
  cause: sampleReason('gateway_timeout'),
  awaits: 'person',
  settlesUntil: '2026-11-23T08:00:00.000Z',
  actions: [],
  ...facts,
});

const totals = { gateway: 1, person: 1 };
const decided = (result: object = {}): StubAnswer => ({ json: { decided: 1, barred: [], totals, ...result } });

const server = (answer: StubAnswer = decided(), items: readonly UncertainMessage[] = [message()]) =>
  startStub({
    'GET /companies': () => ({
      json: { items: [{ id: '1', name: 'Żuraw', nip: null, createdAt: '2026-11-22T12:00:00.000Z' }] },
    }),
    'GET /companies/1/uncertain': () => ({ json: { items, nextCursor: null, totals } }),
    'POST /companies/1/uncertain/decide': () => answer,
  });

const bodyOf = (requests: readonly StubRequest[]) => requests.find(({ method }) => method === 'POST')?.body;

describe('uncertain list', () => {
  it('shows how old they are, why, what they wait for and what to do', async () => {
    await using stub = await server(decided(), [
      message(),
      message({ id: '4712', awaits: 'gateway', ageSeconds: 300, settlesUntil: '2026-11-23T08:00:00.000Z' }),
    ]);
    const { out, exit } = await runCli(['uncertain', 'list'], stub.url);
    expect(exit).toBe(0);
    expect(out).toMatch(/4711 .*12 Promocja .*\+48 501 000 001 .*25 h .*5 .*decyzję/);
    expect(out).toMatch(/4712 .*5 min .*bramkę do \d\d\.11\.2026/);
    expect(out).toContain('Powód gateway_timeout.');
    expect(out).toContain('npx goniec uncertain send-again');
  });

  it('asks for those of one campaign that wait for a person', async () => {
    await using stub = await server();
    await runCli(['uncertain', 'list', '--campaign', '12', '--awaits', 'person', '--json'], stub.url);
    const asked = stub.requests.at(-1)?.query;
    expect([asked?.get('campaignId'), asked?.get('awaits')]).toEqual(['12', 'person']);
  });

  it('gives the objects of the API to programs', async () => {
    await using stub = await server();
    const { out } = await runCli(['uncertain', 'list', '--json'], stub.url);
    expect(JSON.parse(out)).toEqual({ items: [message()], nextCursor: null, totals });
  });
});

describe('uncertain send-again', () => {
  it('names the risk, and sends only after a yes', async () => {
    await using stub = await server();
    const { err, exit } = await runCli(['uncertain', 'send-again', '4711'], stub.url, { answers: ['tak'] });
    expect(err).toContain('DWA RAZY');
    expect(exit).toBe(0);
    expect(bodyOf(stub.requests)).toEqual({
      decision: 'send_again',
      messageIds: ['4711'],
      confirm: 'may_be_sent_twice',
    });
  });

  it('does nothing after anything else', async () => {
    await using stub = await server();
    expect((await runCli(['uncertain', 'send-again', '4711'], stub.url, { answers: [''] })).exit).toBe(1);
    expect(bodyOf(stub.requests)).toBeUndefined();
  });

  it.each([[['--yes']], [[]], [['--json']]])('needs the long option where nobody can be asked: %j', async (more) => {
    await using stub = await server();
    const { exit, err } = await runCli(['uncertain', 'send-again', '4711', ...more], stub.url);
    expect(exit).toBe(2);
    expect(bodyOf(stub.requests)).toBeUndefined();
    if (more.length === 0) expect(err).toContain('--yes-may-be-sent-twice');
  });

  it('goes through a script that says it outright, for a whole campaign', async () => {
    await using stub = await server();
    const argv = ['uncertain', 'send-again', '--campaign', '12', '--yes-may-be-sent-twice'];
    expect((await runCli(argv, stub.url)).exit).toBe(0);
    expect(bodyOf(stub.requests)).toEqual({
      decision: 'send_again',
      campaignId: '12',
      confirm: 'may_be_sent_twice',
    });
  });

  it('tells why some were left as they are', async () => {
    const barred = [{ messageId: '4712', reason: sampleReason('consent_withdrawn') }];
    await using stub = await server(decided({ barred }));
    const argv = ['uncertain', 'send-again', '4711', '4712', '--yes-may-be-sent-twice'];
    const { out, exit } = await runCli(argv, stub.url);
    expect(out).toContain('Bez zmiany: 1.');
    expect(out).toContain('Powód consent_withdrawn.');
    expect(exit).toBe(5);
  });

  it('passes on what the server refuses', async () => {
    await using stub = await server(problem(409, 'nothing_decided', 'Nie można.'));
    const { exit, err } = await runCli(['uncertain', 'send-again', '1', '--yes-may-be-sent-twice'], stub.url);
    expect([exit, err]).toEqual([1, expect.stringContaining('Nie można.')]);
  });
});

describe('uncertain treat-as-sent', () => {
  it('takes several ids and needs no word about a risk that is not there', async () => {
    await using stub = await server();
    expect((await runCli(['uncertain', 'treat-as-sent', '1,2', '3', '--yes'], stub.url)).exit).toBe(0);
    expect(bodyOf(stub.requests)).toEqual({ decision: 'treat_as_sent', messageIds: ['1', '2', '3'] });
  });

  it.each([[[]], [['1', '--campaign', '12']]])('wants messages or a campaign: %j', async (argv) => {
    await using stub = await server();
    expect((await runCli(['uncertain', 'treat-as-sent', ...argv, '--yes'], stub.url)).exit).toBe(2);
    expect(bodyOf(stub.requests)).toBeUndefined();
  });
});

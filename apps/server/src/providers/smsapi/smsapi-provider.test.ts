import { startEmulator, type Emulator, type FaultRule } from 'smsapi-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { providerSuite, type Bench, type Mishap } from '../provider.suite.ts';
import type { Provider } from '../provider.ts';
import { smsapi } from './smsapi-provider.ts';

const TIMEOUT_MS = 60_000;
const POINTS = 1_000;

const faults: Readonly<Record<Mishap, FaultRule>> = {
  silence_after: { reply: { kind: 'hang' }, accepted: true, next: 1 },
  silence_before: { reply: { kind: 'hang' }, accepted: false, next: 1 },
  cut_after: { reply: { kind: 'cut' }, accepted: true, next: 1 },
  half_an_answer: { reply: { kind: 'half' }, accepted: true, next: 1 },
  server_error_after: { reply: { kind: 'status', status: 503 }, accepted: true, next: 1 },
  foreign_page: { reply: { kind: 'html', status: 502 }, accepted: false, next: 1 },
  throttled: { reply: { kind: 'status', status: 429, retryAfterSeconds: 1 }, accepted: false, next: 1 },
};

const digits = (phone: string): string => phone.slice(1);
const accessOf = (emulator: Emulator) => ({
  baseUrl: emulator.url,
  token: emulator.token,
  timeoutMs: TIMEOUT_MS,
});

providerSuite('SMSAPI', async (): Promise<Bench> => {
  const emulator = await startEmulator({ points: POINTS });
  return {
    kind: smsapi,
    access: accessOf(emulator),
    phones: { good: '+48501100100', other: '+48501100200', refused: '+48501100005' },
    arrange: (mishap) => void emulator.faults.add(faults[mishap]),
    setPoints: (points) => emulator.account.setPoints(points),
    taken: (phone) => emulator.ledger.accepted(digits(phone)).map(({ text, idx }) => ({ text, idx })),
    reset: async () => {
      await emulator.reset();
      await emulator.account.setPoints(POINTS);
      emulator.faults.clear();
    },
    close: () => emulator.close(),
  };
});

describe('the SMSAPI adapter', () => {
  let emulator: Emulator;
  let provider: Provider;
  beforeAll(async () => {
    emulator = await startEmulator({ account: { username: 'firma', price: 0.165, senders: ['Sklep'] } });
    provider = smsapi.connect(accessOf(emulator));
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  const submit = (change: { text?: string; sender?: string | null; maxParts?: number; phone?: string; idx?: string }) =>
    provider.submit({
      messages: [{ phone: change.phone ?? '+48501100100', idx: change.idx ?? 'g7-1' }],
      text: change.text ?? 'Dzień dobry',
      sender: change.sender === undefined ? 'Sklep' : change.sender,
      maxParts: change.maxParts ?? 10,
      reportUrl: 'http://127.0.0.1:9/callbacks/smsapi/s',
    });

  it('counts money in ten-thousandths, exactly', async () => {
    expect(await provider.partPrice()).toEqual({ ok: true, value: 1_650 });
    expect(await submit({ text: 'a' })).toMatchObject({ outcomes: [{ points: 1_650, parts: 1 }] });
    expect(await provider.profile()).toMatchObject({ value: { name: 'firma', points: 9_998_350 } });
  });

  it('asks for the idx to be checked and names the place for reports, every time', async () => {
    await submit({});
    expect(emulator.requests.last()?.fields).toMatchObject({
      check_idx: '1',
      notify_url: 'http://127.0.0.1:9/callbacks/smsapi/s',
    });
  });

  it('hands the number over as digits with the country code', async () => {
    await submit({ phone: '+48501100300' });
    expect(emulator.ledger.accepted('48501100300')).toHaveLength(1);
  });

  it("leaves the sender to the account when there is none, and to the gateway's judgement when there is", async () => {
    await submit({ sender: null });
    expect(emulator.ledger.accepted('48501100100')[0]?.from).toBe('Sklep');
    expect(await submit({ sender: 'Obca', idx: 'g7-2' })).toEqual({
      kind: 'stopped',
      cause: 'credentials',
      code: 'smsapi_14',
      reach: 'account',
    });
  });

  it('refuses a text with more parts than allowed, instead of paying for it', async () => {
    expect(await submit({ text: 'a'.repeat(161), maxParts: 1 })).toEqual({ kind: 'refused', code: 'smsapi_12' });
    expect(emulator.ledger.totals.accepted).toBe(0);
  });

  it('names the reasons the gateway has for single numbers', async () => {
    emulator.setSwitches({ invalidNumbersOnSuccess: true });
    await emulator.account.blacklist('48501100900');
    const result = await provider.submit({
      messages: ['+48501100100', '+48501100900'].map((phone, at) => ({ phone, idx: `g8-${at}` })),
      text: 'a',
      sender: 'Sklep',
      maxParts: 1,
      reportUrl: 'http://127.0.0.1:9/',
    });
    expect(result).toMatchObject({
      kind: 'answered',
      outcomes: [{ kind: 'accepted' }, { kind: 'refused', code: 'smsapi_57' }],
    });
    emulator.setSwitches({ invalidNumbersOnSuccess: false });
  });

  it('asks for delivery by id and reads names as well as numbers', async () => {
    const result = await submit({});
    const id =
      result.kind === 'answered' && result.outcomes[0]?.kind === 'accepted' ? result.outcomes[0].providerId : '';
    const asked = await provider.reports([id ?? '']);
    expect(asked).toMatchObject({ ok: true, value: [{ providerId: id, idx: 'g7-1' }] });
    expect(asked.ok && ['pending', 'delivered']).toContain(asked.ok && asked.value[0]?.delivery);
  });

  it('asks about more ids than one question holds', async () => {
    const ids = Array.from({ length: 250 }, (_, at) => `60${String(at).padStart(18, '0')}`);
    const asked = await provider.reports(ids);
    expect(asked.ok && asked.value.map(({ providerId }) => providerId)).toEqual(ids);
    expect(asked.ok && asked.value.every(({ delivery }) => delivery === 'unknown')).toBe(true);
  });

  it('says why when the account has no status query', async () => {
    emulator.setSwitches({ statusQuery: false });
    const asked = await provider.reports(['1']);
    expect(asked.ok).toBe(false);
    emulator.setSwitches({ statusQuery: true });
  });

  it('reads several reports out of one callback', () => {
    const reports = smsapi.parseReports(
      new URLSearchParams(
        'MsgId=10,11&status=404,402&status_name=DELIVERED,EXPIRED&idx=g1-a,g1-b&donedate=1760000000,1760000060&points=0.165,0.165',
      ),
    );
    expect(reports).toEqual([
      {
        providerId: '10',
        idx: 'g1-a',
        statusCode: 404,
        statusName: 'DELIVERED',
        delivery: 'delivered',
        doneAt: new Date(1_760_000_000_000),
        points: 1_650,
      },
      {
        providerId: '11',
        idx: 'g1-b',
        statusCode: 402,
        statusName: 'EXPIRED',
        delivery: 'expired',
        doneAt: new Date(1_760_000_060_000),
        points: 1_650,
      },
    ]);
  });
});

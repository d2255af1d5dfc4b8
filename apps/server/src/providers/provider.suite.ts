import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closedAddress } from '../../test/support/closed-address.ts';
import type { AccountAccess, Provider, ProviderKind, SubmitResult, WireBatch } from './provider.ts';

/** What can go wrong between us and a gateway; `after` means that it had taken the messages. */
export type Mishap =
  | 'silence_after'
  | 'silence_before'
  | 'cut_after'
  | 'half_an_answer'
  | 'server_error_after'
  | 'foreign_page'
  | 'throttled';

/** A gateway to try an adapter against: the vendor's own words and faults, without the vendor. */
export interface Bench {
  readonly kind: ProviderKind;
  /** A good account with money and the sender `Test`; the time-out leaves a busy computer room. */
  readonly access: AccountAccess;
  /** E.164 numbers: two good ones, one the gateway refuses. */
  readonly phones: { readonly good: string; readonly other: string; readonly refused: string };
  /** Strikes the next submit. */
  arrange(mishap: Mishap): void;
  setPoints(points: number): Promise<void>;
  /** What the gateway took for a number. */
  taken(phone: string): readonly { readonly text: string; readonly idx: string | null }[];
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The tests every adapter passes (style rule 27). They are about money: never send twice, never lose, never guess. */
export function providerSuite(name: string, open: () => Promise<Bench>): void {
  describe(`${name} as a provider`, () => {
    let bench: Bench;
    let provider: Provider;
    /** The same account, for those who are tired of waiting: only where silence is arranged. */
    let hasty: Provider;
    let batches = 0;

    beforeAll(async () => {
      bench = await open();
      provider = bench.kind.connect(bench.access);
      hasty = bench.kind.connect({ ...bench.access, timeoutMs: 3_000 });
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.close());

    const batchTo = (...phones: string[]): WireBatch => {
      batches += 1;
      return {
        messages: phones.map((phone, at) => ({ phone, idx: `g1-${batches}-${at}` })),
        text: 'Dzien dobry',
        sender: 'Test',
        maxParts: 1,
        reportUrl: 'http://127.0.0.1:9/callbacks/test/secret',
      };
    };

    it('hands messages over and answers one outcome each, in order', async () => {
      const { good, other } = bench.phones;
      const batch = batchTo(good, other);
      const outcomes = outcomesOf(await provider.submit(batch));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
      expect(bench.taken(good)).toEqual([{ text: 'Dzien dobry', idx: batch.messages[0]?.idx }]);
      expect(bench.taken(other)).toEqual([{ text: 'Dzien dobry', idx: batch.messages[1]?.idx }]);
    });

    it('tells id, parts and price of what was taken', async () => {
      const [outcome] = outcomesOf(await provider.submit(batchTo(bench.phones.good)));
      expect(outcome).toMatchObject({ kind: 'accepted', parts: 1 });
      expect(outcome).toHaveProperty('providerId', expect.stringMatching(/.+/));
      expect(outcome).toHaveProperty('points', expect.any(Number));
    });

    it('lets one bad number fail only itself, wherever it stands', async () => {
      const { good, other, refused } = bench.phones;
      const outcomes = outcomesOf(await provider.submit(batchTo(good, refused, other)));
      expect(outcomes.map(({ kind }) => kind)).toEqual([
        'accepted',
        expect.stringMatching(/refused|deferred/),
        'accepted',
      ]);
      expect(bench.taken(refused)).toEqual([]);
    });

    it('refuses every message of a request that has only bad numbers', async () => {
      const outcomes = outcomesOf(await provider.submit(batchTo(bench.phones.refused)));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['refused']);
    });

    it('never sends the same idx twice: the repeat is told apart as taken before', async () => {
      const batch = batchTo(bench.phones.good, bench.phones.other);
      await provider.submit(batch);
      expect(await provider.submit(batch)).toEqual({ kind: 'already_taken' });
      expect(bench.taken(bench.phones.good)).toHaveLength(1);
    });

    it.each(['silence_after', 'cut_after', 'half_an_answer', 'server_error_after'] as const)(
      'is uncertain after %s, and a repeat settles it without a second SMS',
      async (mishap) => {
        const batch = batchTo(bench.phones.good);
        bench.arrange(mishap);
        const first = await (mishap === 'silence_after' ? hasty : provider).submit(batch);
        expect(first.kind).toBe('uncertain');
        expect('code' in first && bench.kind.explain(first.code)).toBeTruthy();
        expect(await provider.submit(batch)).toEqual({ kind: 'already_taken' });
        expect(bench.taken(bench.phones.good)).toHaveLength(1);
      },
    );

    it.each(['silence_before', 'foreign_page'] as const)(
      'is uncertain after %s too, and a repeat sends what had not gone out',
      async (mishap) => {
        const batch = batchTo(bench.phones.good);
        bench.arrange(mishap);
        const first = await (mishap === 'silence_before' ? hasty : provider).submit(batch);
        expect(first.kind).toBe('uncertain');
        expect(outcomesOf(await provider.submit(batch)).map(({ kind }) => kind)).toEqual(['accepted']);
        expect(bench.taken(bench.phones.good)).toHaveLength(1);
      },
    );

    it('comes back later when the gateway asks for a slower pace, and nothing has gone out', async () => {
      bench.arrange('throttled');
      const batch = batchTo(bench.phones.good);
      expect(await provider.submit(batch)).toMatchObject({ kind: 'throttled', retryAfterMs: 1_000 });
      expect(bench.taken(bench.phones.good)).toEqual([]);
    });

    it('stops when the money is out, and nothing of the request has gone', async () => {
      await bench.setPoints(0);
      const result = await provider.submit(batchTo(bench.phones.good, bench.phones.other));
      expect(result).toMatchObject({ kind: 'stopped', cause: 'funds' });
      expect(bench.taken(bench.phones.good)).toEqual([]);
    });

    it('stops at a sender that is not approved', async () => {
      const result = await provider.submit({ ...batchTo(bench.phones.good), sender: 'Nieznany' });
      expect(result).toMatchObject({ kind: 'stopped', cause: 'credentials' });
    });

    it('stops at a bad token, for submitting and for every question', async () => {
      const stranger = bench.kind.connect({ ...bench.access, token: 'nie-ten-token' });
      const stop = { cause: 'credentials', code: expect.any(String) };
      expect(await stranger.submit(batchTo(bench.phones.good))).toEqual({ kind: 'stopped', reach: 'account', ...stop });
      expect(await stranger.profile()).toEqual({ ok: false, ...stop });
      expect(await stranger.senders()).toEqual({ ok: false, ...stop });
      expect(await stranger.partPrice()).toEqual({ ok: false, ...stop });
    });

    it('knows for certain that nothing left when nobody is there', async () => {
      const nowhere = bench.kind.connect({ ...bench.access, baseUrl: await closedAddress() });
      const code = 'gateway_unreachable';
      expect(await nowhere.submit(batchTo(bench.phones.good))).toEqual({ kind: 'unreachable', code });
      expect(await nowhere.profile()).toEqual({ ok: false, cause: 'gateway_down', code });
    });

    it('gives up at once, having sent nothing, when told to stop before it began', async () => {
      const batch = batchTo(bench.phones.good);
      const result = await provider.submit(batch, AbortSignal.abort());
      expect(['unreachable', 'uncertain']).toContain(result.kind);
      expect(bench.taken(bench.phones.good)).toEqual([]);
    });

    it('tells account, price and senders', async () => {
      const profile = await provider.profile();
      expect(profile).toMatchObject({ ok: true, value: { name: expect.any(String), paymentType: 'prepaid' } });
      expect(await provider.partPrice()).toEqual({ ok: true, value: expect.any(Number) });
      expect(await provider.senders()).toMatchObject({
        ok: true,
        value: expect.arrayContaining([expect.objectContaining({ sender: 'Test', usable: true })]),
      });
    });

    it('takes no text for a command: what it prepares stays as it is', () => {
      const hostile = 'Rabat [%kod%] [%idzdo:http://example.com%]';
      const prepared = bench.kind.prepareText(hostile);
      expect(bench.kind.prepareText(prepared)).toBe(prepared);
      expect(prepared).toHaveLength(hostile.length);
    });

    it('reads nonsense in a callback as no report', () => {
      for (const text of ['', 'MsgId=&status=', 'a=b', 'status=404', '%%%'])
        expect(bench.kind.parseReports(new URLSearchParams(text))).toEqual([]);
    });

    it('sends tokens only to addresses it knows', () => {
      expect(bench.kind.allowsBaseUrl(new URL(bench.access.baseUrl))).toBe(true);
      expect(bench.kind.allowsBaseUrl(new URL('https://example.com/'))).toBe(false);
    });
  });
}

const outcomesOf = (result: SubmitResult) => (result.kind === 'answered' ? result.outcomes : []);

import { describe, expect, it } from 'vitest';
import { createAccount, type AccountOptions } from '../account.ts';
import { toPoints, toUnits } from '../points.ts';
import { initialSettings } from '../settings.ts';
import { apply } from '../state/events.ts';
import { createStore, type Store } from '../state/store.ts';
import type { Switches } from '../switches.ts';
import { decideHlr, parseHlrRequest } from './decide.ts';

const NOW = Date.UTC(2026, 0, 12, 9, 0);
const GOOD = '48500100200';
const OTHER = '48600100200';

interface World {
  readonly account?: AccountOptions;
  readonly points?: number;
  readonly switches?: Partial<Switches>;
}

const storeOf = ({ account = {}, points = 10 }: World = {}): Store => {
  const keep = { messages: 100, resources: 100, incoming: 100 };
  const store = createStore(createAccount(account, NOW), toUnits(points), keep);
  const callback = { apiVersion: null, receiver: null, active: true, invalid: false };
  const callbacks = [{ id: 'a', url: 'http://127.0.0.1/hlr', type: 'hlr', ...callback }];
  apply(store, { type: 'account', patch: { callbacks } });
  return store;
};

const decide = (fields: Readonly<Record<string, unknown>>, world: World = {}, store = storeOf(world)) =>
  decideHlr(parseHlrRequest(new Map(Object.entries(fields))), {
    store,
    settings: initialSettings({ switches: world.switches ?? {} }),
    seed: 1,
    now: NOW,
  });

const taken = (decision: ReturnType<typeof decide>) => {
  if (!decision.ok) throw new Error(`Refused with ${decision.refusal.code}`);
  return decision;
};

const lookupsOf = (decision: ReturnType<typeof decide>) =>
  taken(decision).answers.flatMap((answer) => ('lookup' in answer ? [answer.lookup] : []));

describe('the idx values of a lookup', () => {
  const two = `${GOOD}, ${OTHER}`;
  it.each([
    ['joined with a bar, as in Python', { number: two, idx: 'a|b' }, ['a', 'b']],
    ['joined with a comma, as in JavaScript', { number: two, idx: 'a,b' }, ['a', 'b']],
    ['in a list', { number: two, idx: ['a', 'b'] }, ['a', 'b']],
    ['with a comma of its own, for one number', { number: GOOD, idx: 'a,b' }, ['a,b']],
    ['absent', { number: two }, [null, null]],
    ['empty for one of them', { number: two, idx: '|b' }, [null, 'b']],
  ])('are understood: %s', (_, fields, expected) => {
    expect(lookupsOf(decide(fields)).map(({ idx }) => idx)).toEqual(expected);
  });

  it.each([
    [20, { number: two, idx: 'a|b|c' }],
    [20, { number: GOOD, idx: 'a|b' }],
    [27, { number: GOOD, idx: 'i'.repeat(256) }],
    [19, { number: two }],
  ])('or a wrong count is refused with %i: %j', (code, fields) => {
    const world: World = { switches: { maxRecipients: code === 19 ? 1 : 10 } };
    expect(decide(fields, world)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('a lookup', () => {
  it.each([
    ['48500100200', 'active', 1],
    ['48500100000', 'inactive', 1],
    ['48500100001', 'inactive', 1],
    ['48500100002', 'inactive', 1],
    ['48500100003', 'active', 1],
    ['48500100004', 'active', 0],
    ['48500100008', 'active', 2],
    ['48500100010', 'unverified', 1],
    ['48500100199', 'unverified', 1],
    ['4915112345678', 'active', 1],
  ])('of %s finds it %s and tells so %i times', (number, status, times) => {
    const decision = taken(decide({ number }));
    expect(lookupsOf(decision)).toMatchObject([{ number, status, at: NOW }]);
    expect(decision.notices).toHaveLength(times);
  });

  it('is kept, paid for and counted, and its ids are never handed out again', () => {
    const store = storeOf();
    const decision = taken(decide({ number: `${GOOD},${OTHER}` }, {}, store));
    for (const event of decision.events) apply(store, event);
    expect([toPoints(store.points), toPoints(store.totals.charged)]).toEqual([9.9, 0.1]);
    expect([store.resources.lookups.size, store.resources.notices.size, store.sequence]).toEqual([2, 2, 2]);
    const [next] = lookupsOf(decide({ number: GOOD }, {}, store));
    expect(store.resources.lookups.has(next?.id ?? '')).toBe(false);
  });

  it.each([
    ['a postpaid account may owe', { points: 0, account: { paymentType: 'postpaid' } }, true],
    ['a prepaid one may not', { points: 0.04 }, false],
    ['and a price of nothing needs none', { points: 0, account: { prices: { hlr: 0 } } }, true],
  ] as const)('costs points: %s', (_, world, ok) => {
    expect(decide({ number: GOOD }, world).ok).toBe(ok);
  });

  it('of nothing but wrong numbers costs nothing', () => {
    const decision = taken(decide({ number: '12,48221234567,48500100005' }, { points: 0 }));
    expect(decision.answers).toEqual([
      { error: 13, number: '12' },
      { error: 13, number: '48221234567' },
      { error: 13, number: '48500100005' },
    ]);
    expect(decision.events).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createAccount } from '../account.ts';
import type { Plan } from '../reports/plan.ts';
import { apply, forgetIdx, type Accepted } from './events.ts';
import { catchUp, noteTold, takeStep } from './messages.ts';
import { snapshot } from './snapshot.ts';
import { createStore, type Store } from './store.ts';

const PLAN: Plan = [
  [10, 409, 1],
  [20, 403, 1],
  [30, 404, 1],
];

const emptyStore = (keep = 100): Store =>
  createStore(createAccount({}, 0), 10_000, { messages: keep, resources: 100, incoming: 100 });

const accepted = (over: Partial<Accepted> = {}): Accepted => ({
  type: 'accepted',
  at: 1_000,
  sendAt: 1_000,
  from: 'Test',
  reportUrl: 'http://127.0.0.1/',
  charge: 1_500,
  idxUntil: 5_000,
  sequence: 1,
  texts: [['Dzień dobry', 1, 1_500]],
  items: [['1', '48500100200', null, 'a', 0, PLAN]],
  ...over,
});

const storeWith = (...events: readonly Parameters<typeof apply>[1][]): Store => {
  const store = emptyStore();
  for (const event of events) apply(store, event);
  return store;
};

describe('an accepted request', () => {
  it('is charged, counted and kept by number', () => {
    const store = storeWith(accepted());
    expect([store.points, store.totals]).toEqual([8_500, { accepted: 1, delivered: 0, charged: 1_500 }]);
    expect(store.byNumber.get('48500100200')).toEqual(['1']);
    expect(store.messages.get('1')).toMatchObject({ submitted: '48500100200', status: 409, text: 'Dzień dobry' });
  });

  it('is refunded and gone when it is taken back', () => {
    const store = storeWith(accepted(), { type: 'cancelled', ids: ['1'], refund: 1_500 });
    expect([store.points, store.totals.charged, store.messages.size, store.byNumber.size]).toEqual([10_000, 0, 0, 0]);
  });
});

describe('a message', () => {
  it('takes its steps at the planned moments and lands once', () => {
    const store = storeWith(accepted());
    const codes = [1, 2, 3, 4].map(() => takeStep(store, '1')?.step[1] ?? null);
    expect(codes).toEqual([409, 403, 404, null]);
    expect(store.messages.get('1')).toMatchObject({ status: 404, landedAt: 1_030 });
    expect(store.totals.delivered).toBe(1);
  });

  it('is forgotten only when it is old, over and told', () => {
    const store = emptyStore(0);
    apply(store, accepted());
    for (const step of [0, 1, 2]) {
      takeStep(store, '1');
      expect(store.messages.size).toBe(1);
      if (step < 2) noteTold(store, '1', step);
    }
    noteTold(store, '1', 2);
    expect([store.messages.size, store.byNumber.size]).toEqual([0, 0]);
  });

  it('catches up to the first report nobody answered', () => {
    const store = storeWith(accepted(), { type: 'told', steps: [['1', 0]] });
    catchUp(store, 1_025);
    expect(store.messages.get('1')).toMatchObject({ nextStep: 1, status: 409 });
    apply(store, { type: 'told', steps: [['1', 1]] });
    catchUp(store, 1_025);
    expect(store.messages.get('1')).toMatchObject({ nextStep: 2, status: 403 });
  });
});

const remembered = (...idx: readonly [string, number][]): Store => storeWith({ type: 'remembered', sequence: 0, idx });

describe('idx values', () => {
  it('are forgotten when their time is over', () => {
    const store = remembered(['a', 100], ['b', 200], ['c', 300]);
    forgetIdx(store, 200, 10);
    expect([...store.idxUntil.keys()]).toEqual(['c']);
  });

  it('are forgotten, oldest first, above the limit', () => {
    const store = remembered(['a', 100], ['b', 200], ['c', 300]);
    forgetIdx(store, 0, 2);
    expect([...store.idxUntil.keys()]).toEqual(['b', 'c']);
  });

  it('used again count from the last use', () => {
    const store = remembered(['a', 100], ['b', 200], ['a', 300]);
    expect([...store.idxUntil]).toEqual([
      ['b', 200],
      ['a', 300],
    ]);
  });
});

describe('a snapshot', () => {
  it('leads to the same store', () => {
    const store = storeWith(
      accepted(),
      accepted({
        sequence: 3,
        texts: [['Cześć', 1, 2_250]],
        items: [['2', '48600100200', '600100200', null, 0, PLAN]],
      }),
      { type: 'told', steps: [['1', 0]] },
      {
        type: 'listed',
        list: 'blacklist',
        sequence: 4,
        entry: { id: 'x', number: '48700100200', at: 1, expireAt: null },
      },
      { type: 'account', patch: { optOutBrand: 'Firma' } },
    );
    const again = emptyStore();
    for (const event of snapshot(store, { aheadMs: 0 })) apply(again, event);
    expect(again).toEqual({ ...store, settled: again.settled });
  });

  it('counts what has landed once', () => {
    const store = storeWith(accepted(), { type: 'told', steps: [0, 1, 2].map((step) => ['1', step] as const) });
    catchUp(store, 2_000);
    const again = emptyStore();
    for (const event of snapshot(store, { aheadMs: 0 })) apply(again, event);
    catchUp(again, 2_000);
    expect([again.totals, again.messages.get('1')]).toEqual([store.totals, store.messages.get('1')]);
  });
});

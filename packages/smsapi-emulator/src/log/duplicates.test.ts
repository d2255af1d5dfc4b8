import { describe, expect, it } from 'vitest';
import { createAccount } from '../account.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import { apply } from '../state/events.ts';
import { takeStep } from '../state/messages.ts';
import { createStore } from '../state/store.ts';

type Line = readonly [number: string, idx: string | null, text: string, from?: string];

/** A ledger of messages that were accepted one by one; those named by `landed` reached their handsets. */
const ledgerOf = (lines: readonly Line[], landed: readonly number[] = []): Ledger => {
  const store = createStore(createAccount({}, 0), 1_000_000, { messages: 100, resources: 10, incoming: 10 });
  for (const [nth, [number, idx, text, from = 'Test']] of lines.entries()) {
    apply(store, {
      type: 'accepted',
      at: nth * 1_000,
      sendAt: nth * 1_000,
      from,
      reportUrl: null,
      charge: 1_500,
      idxUntil: 1_000_000,
      sequence: nth + 1,
      texts: [[text, 1, 1_500]],
      items: [[`m${nth}`, number, null, idx, 0, [[10, 404, 0]]]],
    });
  }
  for (const nth of landed) takeStep(store, `m${nth}`);
  return createLedger(store);
};

const ANNA = '48500100200';
const JAN = '48600100200';

describe('duplicates', () => {
  it('are messages to one number with one idx, whatever they say', () => {
    const ledger = ledgerOf([
      [ANNA, 'a', 'one'],
      [JAN, 'a', 'one'],
      [ANNA, 'a', 'two'],
    ]);
    expect(ledger.duplicates()).toEqual([
      { number: ANNA, same: 'idx', idx: 'a', from: 'Test', text: 'one', ids: ['m0', 'm2'], received: 0 },
    ]);
  });

  it('are messages that say the same under other references, or under none', () => {
    const ledger = ledgerOf(
      [
        [ANNA, 'a', 'Cześć'],
        [ANNA, 'b', 'Cześć'],
        [JAN, null, 'Cześć'],
        [JAN, null, 'Cześć'],
      ],
      [0, 3],
    );
    expect(ledger.duplicates()).toMatchObject([
      { number: ANNA, same: 'text', idx: null, ids: ['m0', 'm1'], received: 1 },
      { number: JAN, same: 'text', idx: null, ids: ['m2', 'm3'], received: 1 },
    ]);
  });

  it('are told once when they share both', () => {
    const ledger = ledgerOf([
      [ANNA, 'a', 'Cześć'],
      [ANNA, 'a', 'Cześć'],
    ]);
    expect(ledger.duplicates().map(({ same }) => same)).toEqual(['idx']);
  });

  it('are not the same text from another sender, nor to another number', () => {
    const ledger = ledgerOf([
      [ANNA, 'a', 'Cześć'],
      [ANNA, 'b', 'Cześć', 'Sklep'],
      [JAN, 'c', 'Cześć'],
    ]);
    expect(ledger.duplicates()).toEqual([]);
  });
});

describe('the ledger', () => {
  const ledger = ledgerOf(
    [
      [ANNA, 'a', 'one'],
      [ANNA, 'b', 'two'],
      [JAN, 'c', 'one', 'Sklep'],
    ],
    [1],
  );

  it.each([
    [{}, ['m0', 'm1', 'm2']],
    [{ number: ANNA }, ['m0', 'm1']],
    [{ number: '48111111111' }, []],
    [{ idx: 'b' }, ['m1']],
    [{ id: 'm2' }, ['m2']],
    [{ from: 'Sklep' }, ['m2']],
    [{ text: 'one' }, ['m0', 'm2']],
    [{ status: 'DELIVERED' }, ['m1']],
    [{ received: false }, ['m0', 'm2']],
    [{ since: 1_000 }, ['m1', 'm2']],
    [{ until: 1_000 }, ['m0']],
    [{ number: ANNA, text: 'two', received: true }, ['m1']],
  ])('finds by %j: %j', (query, ids) => {
    expect(ledger.where(query).map(({ id }) => id)).toEqual(ids);
  });

  it('adds up by number', () => {
    expect(ledger.perNumber()).toEqual([
      { number: ANNA, accepted: 2, received: 1, parts: 2, points: 0.3 },
      { number: JAN, accepted: 1, received: 0, parts: 1, points: 0.15 },
    ]);
  });
});

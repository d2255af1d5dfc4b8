import { describe, expect, it } from 'vitest';
import { createAccount } from '../account.ts';
import type { SmsTemplate } from '../rest/shapes.ts';
import { apply, type Event } from './events.ts';
import { kept, resourceEvents } from './resources.ts';
import { snapshot } from './snapshot.ts';
import { createStore, type Store } from './store.ts';

const template = (id: string, name = `Wzór ${id}`): SmsTemplate => ({
  id,
  name,
  text: 'Dzień dobry',
  normalize: false,
});

const storeAfter = (events: Iterable<Event>, limit = 100): Store => {
  const store = createStore(createAccount({}, 0), 0, { messages: 10, resources: limit, incoming: 100 });
  for (const event of events) apply(store, event);
  return store;
};

const names = ({ resources }: Store): readonly string[] => [...resources.templates.values()].map(({ name }) => name);

describe('kept resources', () => {
  it('are added, changed in their place and dropped', () => {
    const store = storeAfter([
      kept('templates', [template('1'), template('2'), template('3')], 3),
      kept('templates', [template('1', 'Zmieniony')], 3),
      { type: 'dropped', kind: 'templates', ids: ['2', 'unknown'] },
    ]);
    expect(names(store)).toEqual(['Zmieniony', 'Wzór 3']);
    expect(store.sequence).toBe(3);
  });

  it('never take back the sequence of ids', () => {
    const store = storeAfter([kept('templates', [template('9')], 9), kept('templates', [template('1')], 1)]);
    expect(store.sequence).toBe(9);
  });

  it('are forgotten oldest first above the limit, each kind by itself', () => {
    const field = { id: '1', name: 'imie', type: 'text' } as const;
    const store = storeAfter(
      [
        kept('contactFields', [field], 1),
        ...['2', '3', '4'].map((id) => kept('templates', [template(id)], Number(id))),
      ],
      2,
    );
    expect(names(store)).toEqual(['Wzór 3', 'Wzór 4']);
    expect(store.resources.contactFields.size).toBe(1);
  });

  it('are gone after a first day', () => {
    const before = kept('templates', [template('1')], 1);
    const account = createAccount({}, 0);
    const store = storeAfter([before, { type: 'opened', points: 0, account, sequence: 0 }]);
    expect(names(store)).toEqual([]);
    expect(store.sequence).toBe(1);
  });

  it('come back from a snapshot and from their lines in the journal', () => {
    const many = Array.from({ length: 2_500 }, (_, nth) => template(String(nth)));
    const store = storeAfter([kept('templates', many, 2_500)], 10_000);
    const lines = [...snapshot(store, { aheadMs: 0 })].map((event): Event => JSON.parse(JSON.stringify(event)));
    const again = storeAfter(lines, 10_000);
    expect(again.resources).toEqual(store.resources);
    expect(again.sequence).toBe(2_500);
    expect(resourceEvents(store.resources, 0).map(({ entries }) => entries.length)).toEqual([1_000, 1_000, 500]);
  });
});

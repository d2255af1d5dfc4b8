import { describe, expect, it } from 'vitest';
import { createAccount } from '../account.ts';
import { apply, type Event } from './events.ts';
import { takeStep } from './messages.ts';
import { createStore, type Store } from './store.ts';

const GOOD = '48500100200';

const storeAfter = (...events: readonly Event[]): Store => {
  const store = createStore(createAccount({}, 0), 0, { messages: 1, resources: 10, incoming: 2 });
  for (const event of events) apply(store, event);
  return store;
};

const accepted = (id: string, at: number, number = GOOD): Event => ({
  type: 'accepted',
  at,
  sendAt: at,
  from: 'Test',
  reportUrl: null,
  charge: 0,
  idxUntil: at,
  sequence: Number(id),
  texts: [['Dzień dobry', 1, 0]],
  items: [[id, number, null, null, 0, [[10, 404, 0]]]],
});

const sent = (id: string, at: number): Event => ({
  type: 'sent',
  text: { id, from: GOOD, to: null, text: id, at, replyTo: null, url: 'http://127.0.0.1/', state: 'waiting' },
  sequence: 1,
});

describe('a handset', () => {
  it('counts what landed since it was last looked at', () => {
    const store = storeAfter(accepted('1', 100), accepted('2', 200));
    takeStep(store, '1');
    expect(store.handsets.get(GOOD)?.unread).toBe(1);
    apply(store, { type: 'read', number: GOOD, at: 150 });
    takeStep(store, '2');
    expect(store.handsets.get(GOOD)).toMatchObject({ unread: 1, lastAt: 210 });
  });

  it('has read, after a restart, what it had read before', () => {
    // A journal tells what was read before the messages have grown old again.
    const store = storeAfter(accepted('1', 100), { type: 'read', number: GOOD, at: 150 });
    takeStep(store, '1');
    expect(store.handsets.get(GOOD)?.unread).toBe(0);
  });

  it('is forgotten with its last message, unless it was switched off or sent something', () => {
    const others = ['48500100300', '48500100400'];
    const store = storeAfter(
      accepted('1', 100),
      sent('a', 100),
      accepted('2', 100, others[0]),
      accepted('3', 100, others[1]),
      { type: 'phone', number: '48500100300', state: 'off', at: 120 },
      accepted('4', 300, '48500100500'),
    );
    for (const id of ['1', '3', '4']) takeStep(store, id);
    // Of settled messages one is kept; the one for the handset that is off still waits.
    expect([...store.messages.keys()]).toEqual(['2', '4']);
    expect([...store.handsets.keys()]).toEqual([GOOD, '48500100300', '48500100500']);
  });

  it('does not move up in the list because somebody switches it off', () => {
    const store = storeAfter(accepted('1', 100), { type: 'phone', number: GOOD, state: 'off', at: 900 });
    expect(store.handsets.get(GOOD)).toMatchObject({ state: 'off', since: 900, lastAt: 100 });
  });

  it('has forgotten all on the first day', () => {
    const store = storeAfter(accepted('1', 100), sent('a', 100), {
      type: 'opened',
      points: 0,
      account: createAccount({}, 0),
      sequence: 0,
    });
    expect([store.handsets.size, store.sent.size]).toEqual([0, 0]);
  });
});

describe('texts for the company', () => {
  it('are kept up to a limit, the newest ones', () => {
    const store = storeAfter(sent('a', 1), sent('b', 2), sent('c', 3));
    expect([...store.sent.keys()]).toEqual(['b', 'c']);
    expect(store.handsets.get(GOOD)?.sent).toEqual(['b', 'c']);
  });

  it('keep what became of them; one forgotten meanwhile changes nothing', () => {
    const store = storeAfter(
      sent('a', 1),
      { type: 'handed', id: 'a', state: 'taken' },
      { type: 'handed', id: 'z', state: 'taken' },
    );
    expect([...store.sent.values()].map(({ id, state }) => [id, state])).toEqual([['a', 'taken']]);
  });
});

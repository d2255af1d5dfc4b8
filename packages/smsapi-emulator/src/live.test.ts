import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccount } from './account.ts';
import type { Sink } from './http/sink.ts';
import { createLive, LIVE_DEFAULTS, TOPICS } from './live.ts';
import { createStore } from './state/store.ts';

const store = createStore(createAccount({}, 0), 0, { messages: 10, resources: 10, incoming: 10 });

interface Listener extends Sink {
  isFull: boolean;
  readonly heard: string[];
  leave(): void;
}

const listener = (): Listener => {
  const heard: string[] = [];
  let onClose = (): void => undefined;
  return {
    isFull: false,
    heard,
    write: (text) => void heard.push(text),
    end: () => onClose(),
    onClose(task) {
      onClose = task;
    },
    leave: () => onClose(),
  };
};

/** What a message says; null for a comment. */
const said = (text: string | undefined): unknown => JSON.parse(/^data: (.*)$/m.exec(text ?? '')?.[1] ?? 'null');

const everything = { topics: TOPICS, phones: null };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('live updates', () => {
  it('begin with everything, for nobody knows what changed before', () => {
    const live = createLive();
    const page = listener();
    live.connect(page);
    expect(page.heard.map(said)).toEqual([everything]);
  });

  it('put many changes into one message that names each handset once', () => {
    const live = createLive();
    const page = listener();
    live.connect(page);
    for (let time = 0; time < 1_000; time += 1) live.note('phones', time % 2 === 0 ? '48500100200' : '48500100300');
    live.note('account');
    vi.advanceTimersByTime(LIVE_DEFAULTS.coalesceMs - 1);
    expect(page.heard).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(page.heard.slice(1).map(said)).toEqual([
      { topics: ['phones', 'account'], phones: ['48500100200', '48500100300'] },
    ]);
    live.note('requests');
    vi.advanceTimersByTime(LIVE_DEFAULTS.coalesceMs);
    expect(said(page.heard[2])).toEqual({ topics: ['requests'], phones: [] });
  });

  it('name no handset when there are too many to name', () => {
    const live = createLive();
    const page = listener();
    live.connect(page);
    for (let nth = 0; nth <= LIVE_DEFAULTS.maxNumbers; nth += 1) live.note('phones', String(48_500_000_000 + nth));
    live.note('phones', '48600100200');
    vi.advanceTimersByTime(LIVE_DEFAULTS.coalesceMs);
    expect(said(page.heard[1])).toEqual({ topics: ['phones'], phones: null });
  });

  it('tell of events by what they are about', () => {
    const live = createLive();
    const page = listener();
    live.connect(page);
    live.noteEvents(store, [
      { type: 'points', points: 5 },
      { type: 'phone', number: '48500100200', state: 'off', at: 1 },
      { type: 'told', steps: [['1', 0]] },
    ]);
    vi.advanceTimersByTime(LIVE_DEFAULTS.coalesceMs);
    expect(said(page.heard[1])).toEqual({ topics: ['account', 'phones'], phones: ['48500100200'] });
  });

  it('wait for a page that does not keep up, and then tell it that everything may have changed', () => {
    const live = createLive();
    const [slow, quick] = [listener(), listener()];
    live.connect(slow);
    live.connect(quick);
    slow.isFull = true;
    live.note('account');
    vi.advanceTimersByTime(LIVE_DEFAULTS.coalesceMs);
    expect([slow.heard.length, quick.heard.length]).toEqual([1, 2]);
    slow.isFull = false;
    vi.advanceTimersByTime(LIVE_DEFAULTS.heartbeatMs);
    expect(said(slow.heard[1])).toEqual(everything);
  });

  it('beat while nothing happens, and cost nothing once everybody has left', () => {
    const live = createLive();
    const page = listener();
    live.connect(page);
    vi.advanceTimersByTime(LIVE_DEFAULTS.heartbeatMs * 2);
    expect(page.heard.slice(1)).toEqual([':\n\n', ':\n\n']);
    live.note('account');
    page.leave();
    live.note('account');
    expect([live.listeners, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('have room for so many pages', () => {
    const live = createLive({ ...LIVE_DEFAULTS, maxListeners: 2 });
    const pages = [listener(), listener()];
    for (const page of pages) live.connect(page);
    expect(live.isFull).toBe(true);
    pages[0]?.leave();
    expect(live.isFull).toBe(false);
  });
});

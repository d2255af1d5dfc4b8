import { describe, expect, it } from 'vitest';
import { mergeHistory } from './merge-history.ts';

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const message = (name: string, n: number | null) => ({
  name,
  acceptedAt: n === null ? null : day(n),
  reportedAt: null,
});
const reply = (name: string, n: number) => ({ name, receivedAt: day(n) });
type Named = { readonly name: string };

const namesOf = (...lists: Parameters<typeof mergeHistory<ReturnType<typeof message>, ReturnType<typeof reply>>>) =>
  mergeHistory(...lists).map(
    (line): string => (line.kind === 'sent' ? line.message : (line.reply satisfies Named)).name,
  );

describe('what went to a contractor and what came back', () => {
  it('stands in the order of time, newest first', () => {
    const sent = { items: [message('c', 20), message('b', 15), message('a', 10)], hasMore: false };
    const replies = { items: [reply('STOP', 22), reply('TAK', 12)], hasMore: false };
    expect(namesOf(sent, replies)).toEqual(['STOP', 'c', 'b', 'TAK', 'a']);
  });

  it('keeps a message that never went out beside the newer one', () => {
    const sent = {
      items: [message('d', null), message('c', 20), message('b', null), message('a', 10)],
      hasMore: false,
    };
    const replies = { items: [reply('TAK', 15)], hasMore: false };
    expect(namesOf(sent, replies)).toEqual(['d', 'c', 'b', 'TAK', 'a']);
  });

  it('holds back what is older than the end of a list of which more is to come', () => {
    const sent = { items: [message('c', 20), message('b', 15)], hasMore: true };
    const replies = { items: [reply('TAK', 17), reply('early', 5)], hasMore: false };
    expect(namesOf(sent, replies)).toEqual(['c', 'TAK', 'b']);
    const more = { items: [reply('TAK', 17)], hasMore: true };
    expect(namesOf({ ...sent, hasMore: false }, more)).toEqual(['c', 'TAK']);
  });

  it('is one list where the other is empty', () => {
    expect(namesOf({ items: [message('a', 1)], hasMore: false }, { items: [], hasMore: false })).toEqual(['a']);
    expect(namesOf({ items: [], hasMore: false }, { items: [reply('r', 1)], hasMore: false })).toEqual(['r']);
  });
});

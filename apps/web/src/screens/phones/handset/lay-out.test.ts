import { describe, expect, it } from 'vitest';
import type { EntryView } from '../phones-queries.ts';
import { layOut } from './lay-out.ts';

const message = (id: string, at: string, sender = 'Test', campaignId: string | null = '1'): EntryView => ({
  kind: 'message',
  id,
  at,
  sender,
  segments: ['Dzień dobry'],
  encoding: 'ucs2',
  parts: 1,
  points: 1500,
  delivery: 'delivered',
  landedAt: at,
  waiting: false,
  expiresAt: at,
  campaign: campaignId === null ? null : { id: campaignId, subject: 'Promocja' },
});
const reply = (id: string, at: string): EntryView => ({ kind: 'reply', id, at, text: 'STOP', state: 'taken' });
const dayOf = (time: string): string => time.slice(0, 10);
const shapeOf = (entries: readonly EntryView[]) =>
  layOut(entries, dayOf).map((line) => {
    if (line.kind === 'day') return line.key;
    return line.kind === 'message' && line.isHeaded ? `${line.key} headed` : line.key;
  });

describe('a conversation', () => {
  it('is read from the oldest to the newest, with the days between', () => {
    expect(
      shapeOf([reply('c', '2026-11-22T08:00'), message('b', '2026-11-21T09:00'), message('a', '2026-11-21T08:00')]),
    ).toEqual(['2026-11-21', 'a headed', 'b', '2026-11-22', 'c']);
  });

  it('says who writes about what where that changes, and on a new day again', () => {
    const entries = [
      message('e', '2026-11-22T08:00', 'Sklep'),
      message('d', '2026-11-21T11:00', 'Sklep'),
      reply('c', '2026-11-21T10:00'),
      message('b', '2026-11-21T09:00', 'Test', '2'),
      message('a', '2026-11-21T08:00', 'Test', '1'),
    ];
    expect(shapeOf(entries)).toEqual(['2026-11-21', 'a headed', 'b headed', 'c', 'd headed', '2026-11-22', 'e headed']);
  });

  it('of nobody is empty', () => {
    expect(layOut([], dayOf)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readPages } from './api/pages.ts';
import { createPaint } from './format/paint.ts';
import { writeList } from './list.ts';

interface Row {
  readonly name: string;
}

/** A list of the API with `size` rows, and what was asked of it. */
function source(size: number) {
  const asked: { limit: number; cursor?: string }[] = [];
  const ask = async (query: { limit: number; cursor?: string }) => {
    asked.push(query);
    const from = Number(query.cursor ?? 0);
    const items = Array.from({ length: Math.min(query.limit, size - from) }, (_, i): Row => ({ name: `n${from + i}` }));
    const next = from + items.length;
    return { items, nextCursor: next < size ? String(next) : null, total: query.cursor ? null : size };
  };
  return { ask, asked };
}

async function write(size: number, limit: number, json: boolean) {
  let out = '';
  const { ask, asked } = source(size);
  const terminal = {
    write: async (text: string) => void (out += text),
    width: Infinity,
    paint: createPaint(false),
  };
  const listed = await writeList({ terminal, json }, readPages(ask, limit), [
    { title: 'Nazwa', value: ({ name }: Row) => name },
  ]);
  return { out, asked, shown: listed.shown };
}

describe('a list', () => {
  it.each([
    [0, 20, 0, null],
    [5, 20, 5, null],
    [50, 20, 20, '20'],
    [2500, Infinity, 2500, null],
  ])('of %d rows, at most %d, is one JSON object', async (size, limit, count, nextCursor) => {
    const { out, shown } = await write(size, limit, true);
    const parsed = JSON.parse(out);
    expect(parsed.items).toHaveLength(count);
    expect(new Set(parsed.items.map(({ name }: Row) => name)).size).toBe(count);
    expect(parsed).toMatchObject({ nextCursor, total: size });
    expect(shown).toBe(count);
  });

  it('reads no more than it shows, a thousand at a time', async () => {
    expect((await write(5000, 1200, false)).asked).toEqual([{ limit: 1000 }, { limit: 200, cursor: '1000' }]);
  });

  it('writes one header above all pages', async () => {
    const { out } = await write(1001, Infinity, false);
    expect(out.split('\n').filter((line) => line === 'Nazwa')).toHaveLength(1);
    expect(out.trimEnd().split('\n')).toHaveLength(1002);
  });

  it('writes nothing when there is nothing', async () => {
    expect((await write(0, 20, false)).out).toBe('');
  });
});

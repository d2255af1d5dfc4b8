import type { Page } from './api/pages.ts';
import { type Column, createTable } from './format/table.ts';
import type { Work } from './work.ts';

/** How a list ended. */
export interface Listed<P> {
  readonly shown: number;
  readonly last: P | null;
}

/**
 * Writes a list page by page, so that a million rows need no memory: a table for people, one JSON object with all `items`
 * for programs. The object carries whatever else the first page has (`total`) and the cursor of what was not read.
 */
export async function writeList<T, P extends Page<T>>(
  work: Pick<Work, 'terminal' | 'json'>,
  pages: AsyncIterable<P>,
  columns: readonly Column<T>[],
  each: (rows: readonly T[]) => void = () => {},
): Promise<Listed<P>> {
  const { terminal, json } = work;
  const table = createTable(columns, terminal.width, terminal.paint);
  let [shown, last]: [number, P | null] = [0, null];
  let rest: object = {};
  for await (const page of pages) {
    const { items } = page;
    if (json) {
      const { items: _, nextCursor: _cursor, ...others } = page;
      if (last === null) rest = others;
      const lines = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
      await terminal.write(`${last === null ? '{\n  "items": [' : shown > 0 && items.length > 0 ? ',' : ''}\n${lines}`);
    } else if (items.length > 0) {
      const lines = [...(shown === 0 ? [table.header(items)] : []), ...table.rows(items)];
      await terminal.write(`${lines.join('\n')}\n`);
      each(items);
    }
    shown += items.length;
    last = page;
  }
  if (json) {
    const tail = JSON.stringify({ ...rest, nextCursor: last?.nextCursor ?? null }).slice(1);
    await terminal.write(last === null ? '{\n  "items": [],\n  ' + tail + '\n' : `\n  ],\n  ${tail}\n`);
  }
  return { shown, last };
}

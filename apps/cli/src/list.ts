import type { Page } from './api/pages.ts';
import { type Column, createTable, type Table } from './format/table.ts';
import type { Terminal } from './terminal.ts';

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
  work: { readonly terminal: Pick<Terminal, 'write' | 'width' | 'paint'>; readonly json: boolean },
  pages: AsyncIterable<P>,
  columns: readonly Column<T>[],
  each: (rows: readonly T[]) => void = () => {},
): Promise<Listed<P>> {
  const { terminal, json } = work;
  const printer = json
    ? jsonPrinter<T, P>()
    : tablePrinter<T, P>(createTable(columns, terminal.width, terminal.paint), each);
  let [shown, last]: [number, P | null] = [0, null];
  for await (const page of pages) {
    await terminal.write(printer.page(page, shown));
    shown += page.items.length;
    last = page;
  }
  await terminal.write(printer.end(last));
  return { shown, last };
}

interface Printer<P> {
  readonly page: (page: P, before: number) => string;
  readonly end: (last: P | null) => string;
}

function tablePrinter<T, P extends Page<T>>(table: Table<T>, each: (rows: readonly T[]) => void): Printer<P> {
  return {
    page: ({ items }, before) => {
      if (items.length === 0) return '';
      each(items);
      return `${[...(before === 0 ? [table.header(items)] : []), ...table.rows(items)].join('\n')}\n`;
    },
    end: () => '',
  };
}

function jsonPrinter<T, P extends Page<T>>(): Printer<P> {
  let first: P | null = null;
  return {
    page: (page, before) => {
      const opening = first === null ? '{"items":[\n' : '';
      first ??= page;
      const lines = page.items.map((item) => JSON.stringify(item)).join(',\n');
      return `${opening}${before > 0 && lines !== '' ? ',\n' : ''}${lines}`;
    },
    end: (last) => {
      const { items: _items, nextCursor: _cursor, ...rest } = first ?? { items: [], nextCursor: null };
      const tail = JSON.stringify({ ...rest, nextCursor: last?.nextCursor ?? null }).slice(1);
      return `${first === null ? '{"items":[' : ''}\n],${tail}\n`;
    },
  };
}

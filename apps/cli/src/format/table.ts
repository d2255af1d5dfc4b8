import type { Paint, Tone } from './paint.ts';
import { fit, tidy, widthOf } from './width.ts';

export interface Column<T> {
  readonly title: string;
  readonly value: (row: T) => string;
  readonly align?: 'left' | 'right';
  /** How narrow the column may get when the terminal is; others keep their width. */
  readonly shrinksTo?: number;
  readonly tone?: (row: T) => Tone | null;
}

const GAP = '  ';

/** A printer of rows under one header: the widths are settled by the first rows it sees. */
export interface Table<T> {
  readonly header: (first: readonly T[]) => string;
  readonly rows: (rows: readonly T[]) => string[];
}

/**
 * Aligned columns that fit `width` (Infinity where nobody looks: nothing is cut then).
 * @example createTable([{ title: 'Nazwa', value: (row) => row.name, shrinksTo: 10 }], 80, paint)
 */
export function createTable<T>(columns: readonly Column<T>[], width: number, paint: Paint): Table<T> {
  let widths: readonly number[] = columns.map(({ title }) => widthOf(title));
  const line = (cells: readonly string[], tones: readonly (Tone | null)[]): string =>
    cells
      .map((cell, index) => pad(cell, index, tones[index] ?? null))
      .join(GAP)
      .trimEnd();
  const pad = (cell: string, index: number, tone: Tone | null): string => {
    const room = widths[index] ?? 0;
    const shown = Number.isFinite(width) ? fit(cell, room) : cell;
    const painted = paint(tone, shown);
    const filler = ' '.repeat(Math.max(0, room - widthOf(shown)));
    return columns[index]?.align === 'right' ? filler + painted : painted + filler;
  };
  return {
    header: (first) => {
      const wanted = columns.map(({ title, value }) =>
        first.reduce((most, row) => Math.max(most, widthOf(tidy(value(row)))), widthOf(title)),
      );
      widths = shrink(wanted, columns, width);
      return line(
        columns.map(({ title }) => title),
        columns.map(() => 'dim'),
      );
    },
    rows: (rows) =>
      rows.map((row) =>
        line(
          columns.map(({ value }) => tidy(value(row))),
          columns.map(({ tone }) => tone?.(row) ?? null),
        ),
      ),
  };
}

/** All rows at once, with the header. */
export function tableLines<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  width: number,
  paint: Paint,
): string[] {
  const table = createTable(columns, width, paint);
  return [table.header(rows), ...table.rows(rows)];
}

/** Takes from the widest of the columns that may shrink, until all fit or none may shrink further. */
function shrink<T>(wanted: readonly number[], columns: readonly Column<T>[], width: number): number[] {
  const widths = [...wanted];
  let excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1) - width;
  while (excess > 0) {
    let widest = -1;
    for (const [index, current] of widths.entries()) {
      const least = columns[index]?.shrinksTo;
      if (least !== undefined && current > least && current > (widths[widest] ?? 0)) widest = index;
    }
    const current = widths[widest];
    if (current === undefined) break;
    widths[widest] = current - 1;
    excess -= 1;
  }
  return widths;
}

import type { GridColumn } from './grid-column.ts';

/** What a person chose for a table: columns put in or left out by hand, and widths drawn by hand, in pixels. */
export interface GridLayout {
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
}

export const DEFAULT_LAYOUT: GridLayout = { shown: {}, widths: {} };

export const NARROWEST = 48;
export const WIDEST = 800;

type Placed = Pick<GridColumn<never>, 'id' | 'optional' | 'hiddenBelow' | 'fixed'>;

/** Whether a column is there: as chosen by hand, else as the column itself and the room for it say. Width 0: not known yet. */
export function isShown(column: Placed, { shown }: GridLayout, width: number): boolean {
  if (column.fixed === true) return true;
  const byHand = shown[column.id];
  if (byHand !== undefined) return byHand;
  return column.optional !== true && (width === 0 || width >= (column.hiddenBelow ?? 0));
}

/** The columns that are there, as wide as they were drawn. A column drawn by hand no longer grows. */
export function arrange<T>(columns: readonly GridColumn<T>[], layout: GridLayout, width: number): GridColumn<T>[] {
  return columns
    .filter((column) => isShown(column, layout, width))
    .map((column) => {
      const drawn = layout.widths[column.id];
      return drawn === undefined ? column : { ...column, width: drawn, grows: false };
    });
}

export const withColumn = (layout: GridLayout, id: string, shown: boolean): GridLayout => ({
  ...layout,
  shown: { ...layout.shown, [id]: shown },
});

/** A new width, or null for the column's own one again. */
export function withWidth(layout: GridLayout, id: string, width: number | null): GridLayout {
  const { [id]: _before, ...others } = layout.widths;
  if (width === null) return { ...layout, widths: others };
  return { ...layout, widths: { ...others, [id]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) } };
}

/** A layout kept by an older version, or by nobody: what is not understood is left out. */
export function readLayout(text: string | null): GridLayout {
  const kept = parsed(text);
  return {
    shown: entriesOf(kept, 'shown', (value) => typeof value === 'boolean'),
    widths: entriesOf(
      kept,
      'widths',
      (value): value is number => typeof value === 'number' && value >= NARROWEST && value <= WIDEST,
    ),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function entriesOf<V>(kept: unknown, key: string, fits: (value: unknown) => value is V): Record<string, V> {
  const part: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, key) : null;
  if (typeof part !== 'object' || part === null) return {};
  return Object.fromEntries(
    Object.entries(part).flatMap(([id, value]: [string, unknown]) => (fits(value) ? [[id, value]] : [])),
  );
}

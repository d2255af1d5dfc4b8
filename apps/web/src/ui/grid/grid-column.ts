import type { ReactNode } from 'react';

export interface GridColumn<T> {
  readonly id: string;
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  /** Takes what is left of the width. */
  readonly grows?: boolean;
  readonly align?: 'right';
  /** Numbers that are no longer read where a line ends in the middle of them. */
  readonly unbroken?: boolean;
  readonly sortable?: boolean;
  /** Where the grid is narrower than this, in pixels, the column is left out. */
  readonly hiddenBelow?: number;
  /** Only there once somebody asks for it. */
  readonly optional?: boolean;
  /** Says which row it is, so it cannot be left out. */
  readonly fixed?: boolean;
  readonly render: (row: T) => ReactNode;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Which rows are marked. `all` marks everything that matches the filter, loaded or not, but for `ids`. */
export interface Marks {
  readonly all: boolean;
  readonly ids: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { all: false, ids: new Set() };

export const isMarked = ({ all, ids }: Marks, id: string): boolean => all !== ids.has(id);

export const countMarked = ({ all, ids }: Marks, total: number): number => (all ? total - ids.size : ids.size);

export function mark(marks: Marks, changed: readonly string[], marked: boolean): Marks {
  const ids = new Set(marks.ids);
  for (const id of changed) {
    if (marked === marks.all) ids.delete(id);
    else ids.add(id);
  }
  return { all: marks.all, ids };
}

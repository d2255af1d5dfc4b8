import { useCallback, useState } from 'react';
import { expect } from 'vitest';
import { NO_MARKS, type GridColumn, type GridSort, type Marks } from '../../src/ui/grid/grid-column.ts';
import { Grid } from '../../src/ui/grid/grid.tsx';
import { mount } from './mount.tsx';

interface Row {
  readonly id: string;
  readonly name: string;
}

const COLUMNS: readonly GridColumn<Row>[] = [
  { id: 'code', header: 'Kod', width: 100, hiddenBelow: 500, sortable: true, render: ({ id }) => id },
  { id: 'name', header: 'Nazwa', width: 200, grows: true, sortable: true, render: ({ name }) => name },
  { id: 'city', header: 'Miejscowość', width: 300, hiddenBelow: 800, render: () => 'Łódź' },
];

export const rowOf = (index: number): Row => ({ id: `r${index}`, name: `Wiersz ${index}` });

export interface Shown {
  readonly total: number;
  /** Rows from this one on are not loaded. */
  readonly loaded?: number;
  readonly width?: number;
  readonly height?: number;
}

/** What a grid on show has been made to do, as its owner sees it. */
export interface Seen {
  marks: Marks;
  sort: GridSort | undefined;
  /** The rows that it asked for last. */
  window: readonly [first: number, end: number];
  opened: string[];
}

/** A table as the list of contractors has it, without a server. */
export async function showGrid({ total, loaded = total, width = 1_000, height = 640 }: Shown): Promise<Seen> {
  const seen: Seen = { marks: NO_MARKS, sort: undefined, window: [0, 0], opened: [] };
  function Owner() {
    const [marks, setMarks] = useState<Marks>(NO_MARKS);
    const [sort, setSort] = useState<GridSort>({ column: 'name', descending: false });
    const [cursor, setCursor] = useState<string>();
    const onWindow = useCallback((first: number, end: number) => {
      seen.window = [first, end];
    }, []);
    return (
      <>
        <Grid
          label="Wiersze"
          columns={COLUMNS}
          total={total}
          rowAt={(index) => (index < loaded ? rowOf(index) : undefined)}
          idOf={({ id }) => id}
          onWindow={onWindow}
          onOpen={({ id }) => void seen.opened.push(id)}
          onCursor={setCursor}
          marks={marks}
          onMarks={(next) => {
            seen.marks = next;
            setMarks(next);
          }}
          idsBetween={async (first, end) => Array.from({ length: end - first }, (_, at) => rowOf(first + at).id)}
          sort={sort}
          onSort={(next) => {
            seen.sort = next;
            setSort(next);
          }}
        />
        <output>{cursor}</output>
      </>
    );
  }
  await mount(
    <div style={{ width, height }}>
      <Owner />
    </div>,
  );
  // it draws its rows, and knows how long a page is, once it has been measured
  await expect.poll(() => document.querySelectorAll('[role="row"]').length).toBeGreaterThan(1);
  return seen;
}

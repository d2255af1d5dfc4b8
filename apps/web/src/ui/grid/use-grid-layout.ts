import { useCallback, useState } from 'react';
import { DEFAULT_LAYOUT, readLayout, type GridLayout } from './grid-layout.ts';

/** The layout of a table, kept in this browser. */
export function useGridLayout(grid: string): readonly [GridLayout, (layout: GridLayout) => void] {
  const key = `goniec.grid.${grid}`;
  const [layout, setLayout] = useState(() => readLayout(localStorage.getItem(key)));
  const keep = useCallback(
    (next: GridLayout) => {
      setLayout(next);
      if (next === DEFAULT_LAYOUT) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [layout, keep];
}

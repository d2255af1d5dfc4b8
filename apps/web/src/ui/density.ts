import { useSyncExternalStore } from 'react';

/** How much air the rows have; the choice belongs to this browser. */
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

/** The height of a table's row, in pixels. */
const ROW_HEIGHTS: Readonly<Record<Density, number>> = { compact: 26, normal: 32, roomy: 42 };
const STORED = 'goniec.density';

const listeners = new Set<() => void>();
let density = densityOf(localStorage.getItem(STORED));
apply(density);

function densityOf(text: string | null): Density {
  return DENSITIES.find((known) => known === text) ?? 'normal';
}

/** The style sheets know the choice too: `data-density`, and the height of a row. */
function apply(chosen: Density): void {
  const { dataset, style } = document.documentElement;
  dataset['density'] = chosen;
  style.setProperty('--goniec-row-height', `${ROW_HEIGHTS[chosen]}px`);
}

/** Anything but a density's name means the usual one. */
export function chooseDensity(chosen: string): void {
  density = densityOf(chosen);
  localStorage.setItem(STORED, density);
  apply(density);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDensity = (): Density => useSyncExternalStore(subscribe, () => density);

/** In pixels. */
export const useRowHeight = (): number => ROW_HEIGHTS[useDensity()];

/** Rows marked on the way with Shift, from where it was pressed first to where the cursor is. */
export interface Stretch {
  readonly anchor: number;
  readonly head: number;
  /** The rows that nothing but this stretch has marked, by their places. */
  readonly own: ReadonlyMap<number, string>;
}

export const beginStretch = (at: number): Stretch => ({ anchor: at, head: at, own: new Map() });

export const isWithin = ({ anchor, head }: Stretch, index: number): boolean =>
  index >= Math.min(anchor, head) && index <= Math.max(anchor, head);

interface Led {
  readonly stretch: Stretch;
  /** The rows it has left again. */
  readonly left: readonly string[];
  /** The rows it now covers and may not have covered before. */
  readonly first: number;
  readonly end: number;
}

/** The stretch led on to another row, or back: what it marked itself and no longer covers is let go. */
export function leadTo({ anchor, head: from, own }: Stretch, head: number): Led {
  const led = { anchor, head, own };
  const kept = [...own].filter(([index]) => isWithin(led, index));
  const left = [...own].filter(([index]) => !isWithin(led, index)).map(([, id]) => id);
  const first = Math.max(Math.min(anchor, head), Math.min(from, head));
  const end = Math.min(Math.max(anchor, head), Math.max(from, head)) + 1;
  return { stretch: { ...led, own: new Map(kept) }, left, first, end };
}

export const owning = (stretch: Stretch, rows: readonly (readonly [index: number, id: string])[]): Stretch => ({
  ...stretch,
  own: new Map([...stretch.own, ...rows]),
});

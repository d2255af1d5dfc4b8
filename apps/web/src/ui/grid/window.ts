/** Which rows of a long list are on the screen. Pure: the grid's arithmetic without a browser. */

/** Browsers refuse elements beyond some 17 (Firefox) to 33 million pixels; longer lists scroll faster than they are tall. */
const TALLEST = 12_000_000;
const OVERSCAN = 8;

/** How long the list is, how tall its rows are, and how much of it can be seen. */
export interface View {
  readonly total: number;
  readonly rowHeight: number;
  readonly viewport: number;
}

export interface RowWindow {
  /** First row drawn, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** How far the drawn rows stand from the top of the scrolled element, in pixels. */
  readonly offset: number;
}

/** The height of the scrolled element; like every measure here in pixels. */
export const scrollHeight = (total: number, rowHeight: number): number => Math.min(total * rowHeight, TALLEST);

/** Rows in pixels of the list per pixel of scrolling; 1 until the list is taller than a browser allows. */
function scale({ total, rowHeight, viewport }: View): number {
  const real = total * rowHeight - viewport;
  const shown = scrollHeight(total, rowHeight) - viewport;
  return real <= 0 || shown <= 0 ? 1 : real / shown;
}

export function rowWindow(view: View, scrolledTo: number): RowWindow {
  const { total, rowHeight, viewport } = view;
  // A list that became shorter must not leave the view behind its end.
  const scrollTop = Math.max(0, Math.min(scrolledTo, scrollHeight(total, rowHeight) - viewport));
  const top = scrollTop * scale(view);
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const end = Math.min(total, Math.ceil((top + viewport) / rowHeight) + OVERSCAN);
  return { first, end, offset: scrollTop - (top - first * rowHeight) };
}

/** Where to scroll so that a row is in sight, or null when it is already. */
export function scrollFor(index: number, view: View, scrollTop: number): number | null {
  const { rowHeight, viewport } = view;
  const factor = scale(view);
  const top = scrollTop * factor;
  const rowTop = index * rowHeight;
  // Browsers round what they scroll to.
  if (rowTop < top - factor) return rowTop / factor;
  const rowEnd = rowTop + rowHeight;
  return rowEnd > top + viewport + factor ? (rowEnd - viewport) / factor : null;
}

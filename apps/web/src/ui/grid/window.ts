/** Which rows of a long list are on the screen. Pure: the grid's arithmetic without a browser. */

export const ROW_HEIGHT = 32;
/** Browsers refuse elements beyond some 17 (Firefox) to 33 million pixels; longer lists scroll faster than they are tall. */
const TALLEST = 12_000_000;
const OVERSCAN = 8;

export interface RowWindow {
  /** First row drawn, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** How far the drawn rows stand from the top of the scrolled element, in pixels. */
  readonly offset: number;
}

/** The height of the scrolled element, in pixels. */
export const scrollHeight = (total: number): number => Math.min(total * ROW_HEIGHT, TALLEST);

/** Rows in pixels of the list per pixel of scrolling; 1 until the list is taller than a browser allows. */
function scale(total: number, viewport: number): number {
  const real = total * ROW_HEIGHT - viewport;
  const shown = scrollHeight(total) - viewport;
  return real <= 0 || shown <= 0 ? 1 : real / shown;
}

export function rowWindow(total: number, scrolledTo: number, viewport: number): RowWindow {
  // A list that became shorter must not leave the view behind its end.
  const scrollTop = Math.max(0, Math.min(scrolledTo, scrollHeight(total) - viewport));
  const top = scrollTop * scale(total, viewport);
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(total, Math.ceil((top + viewport) / ROW_HEIGHT) + OVERSCAN);
  return { first, end, offset: scrollTop - (top - first * ROW_HEIGHT) };
}

/** Where to scroll so that a row is in sight, or null when it is already. */
export function scrollFor(index: number, total: number, scrollTop: number, viewport: number): number | null {
  const factor = scale(total, viewport);
  const top = scrollTop * factor;
  const rowTop = index * ROW_HEIGHT;
  // Browsers round what they scroll to.
  if (rowTop < top - factor) return rowTop / factor;
  const rowEnd = rowTop + ROW_HEIGHT;
  return rowEnd > top + viewport + factor ? (rowEnd - viewport) / factor : null;
}

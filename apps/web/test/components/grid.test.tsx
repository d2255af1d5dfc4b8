import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { countMarked } from '../../src/ui/grid/grid-column.ts';
import { rowOf, showGrid } from './grid-on-show.tsx';

const MILLION = 1_000_000;

const element = (selector: string): HTMLElement => {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`nothing like ${selector}`);
  return found;
};
const grid = () => element('[role="grid"]');
const focusGrid = () => grid().focus();
/** The row the cursor is on, as a screen reader is told. */
const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
const activeText = () => active()?.textContent;
/** Whether a row can be seen whole, below the head. */
const isInSight = (row: Element | null): boolean => {
  if (row === null) return false;
  const [inner, outer] = [row.getBoundingClientRect(), grid().getBoundingClientRect()];
  const head = element('[role="columnheader"]').getBoundingClientRect();
  return inner.top >= head.bottom - 1 && inner.bottom <= outer.bottom + 1;
};
/** Whether the rows that exist are few, and cover all that is in sight. */
const drawn = () => {
  const rows = [...document.querySelectorAll('[role="row"]')].slice(1).map((row) => row.getBoundingClientRect());
  const outer = grid().getBoundingClientRect();
  return {
    few: rows.length < 60,
    fromTheTop: (rows[0]?.top ?? Infinity) <= outer.top + 33,
    toTheBottom: (rows.at(-1)?.bottom ?? -Infinity) >= outer.bottom - 1,
  };
};
const press = (...keys: readonly string[]) => userEvent.keyboard(keys.join(''));
const headers = () =>
  [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent).filter(Boolean);

describe('the cursor', () => {
  it('is known to whoever follows it before the next key comes', async () => {
    await showGrid({ total: 10 });
    const followed = () => element('output').textContent;
    await expect.poll(followed).toBe('r0');
    for (const id of ['r1', 'r2']) {
      grid().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      // what the browser does between two keys that waited: nothing but this
      await Promise.resolve();
      expect(followed()).toBe(id);
    }
  });
});

describe('marks', () => {
  it('are set and taken by Space, and Shift marks on the way', async () => {
    const seen = await showGrid({ total: 100 });
    focusGrid();
    await press(' ', '{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect([...seen.marks.ids]).toEqual(['r0', 'r1', 'r2']);
    await press('{ArrowUp}', ' ');
    expect([...seen.marks.ids].toSorted()).toEqual(['r0', 'r2']);
    expect([...document.querySelectorAll('[role="row"][aria-selected="true"]')].map((row) => row.textContent)).toEqual([
      expect.stringContaining('Wiersz 0'),
      expect.stringContaining('Wiersz 2'),
    ]);
  });

  it('are let go on the way back by Shift, but for those that were there before it', async () => {
    const seen = await showGrid({ total: 3_000, loaded: 100 });
    const marked = () => [...seen.marks.ids].toSorted();
    focusGrid();
    await press('{ArrowDown}{ArrowDown}', ' ', '{ArrowUp}{ArrowUp}', ' ');
    await press('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    expect(marked()).toEqual(['r0', 'r1', 'r2', 'r3']);
    await press('{Shift>}{ArrowUp}{/Shift}');
    expect(marked()).toEqual(['r0', 'r1', 'r2']);
    await press('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    expect(marked()).toEqual(['r0', 'r2']);
    await press('{Shift>}{End}{/Shift}');
    await expect.poll(() => countMarked(seen.marks, 3_000)).toBe(3_000);
    await press('{Shift>}{Home}{/Shift}');
    await expect.poll(marked).toEqual(['r0', 'r2']);
    // a cursor that goes on without Shift leaves behind what it marked
    await press('{Shift>}{ArrowDown}{/Shift}', '{ArrowDown}{ArrowUp}', '{Shift>}{ArrowUp}{/Shift}');
    expect(marked()).toEqual(['r0', 'r1', 'r2']);
  });

  it('reach with Shift over a page, and to the very end of rows that are not loaded', async () => {
    const seen = await showGrid({ total: 3_000, loaded: 100 });
    focusGrid();
    await press('{Shift>}{PageDown}{/Shift}');
    const page1 = seen.marks.ids.size;
    expect(page1).toBeGreaterThan(10);
    await press('{Shift>}{End}{/Shift}');
    await expect.poll(() => countMarked(seen.marks, 3_000)).toBe(3_000);
    expect(seen.marks.ids.has('r2999')).toBe(true);
  });

  it('are everything that matches by Ctrl+A, but for the rows taken out again; Escape lets go', async () => {
    const seen = await showGrid({ total: MILLION, loaded: 100 });
    focusGrid();
    await press('{Control>}a{/Control}');
    expect(countMarked(seen.marks, MILLION)).toBe(MILLION);
    await press('{ArrowDown}', ' ');
    expect([countMarked(seen.marks, MILLION), [...seen.marks.ids]]).toEqual([MILLION - 1, ['r1']]);
    expect(element('[role="columnheader"] input')).toHaveProperty('indeterminate', true);
    await press('{Escape}');
    expect(countMarked(seen.marks, MILLION)).toBe(0);
  });

  it('reach to the row that is clicked with Shift', async () => {
    const seen = await showGrid({ total: 100 });
    await page.getByText('Wiersz 2', { exact: true }).click();
    await page.getByText('Wiersz 5', { exact: true }).click({ modifiers: ['Shift'] });
    expect([...seen.marks.ids]).toEqual(['r2', 'r3', 'r4', 'r5']);
  });

  it('of all rows are one box in the head', async () => {
    const seen = await showGrid({ total: MILLION, loaded: 100 });
    await page.getByRole('checkbox').first().click();
    expect(countMarked(seen.marks, MILLION)).toBe(MILLION);
    await page.getByRole('checkbox').first().click();
    expect(countMarked(seen.marks, MILLION)).toBe(0);
  });
});

describe('a million rows', () => {
  it('end with the last one, and begin with the first', async () => {
    await showGrid({ total: MILLION });
    focusGrid();
    await press('{End}');
    await expect.poll(activeText).toContain('Wiersz 999999');
    await expect.poll(() => isInSight(active())).toBe(true);
    await press('{Home}');
    await expect.poll(activeText).toContain('Wiersz 0');
    await expect.poll(() => isInSight(active())).toBe(true);
  });

  it.each([0.25, 0.5, 0.75, 1])('are where the scrollbar says: at %f', async (place) => {
    const seen = await showGrid({ total: MILLION });
    const { scrollHeight, clientHeight } = grid();
    grid().scrollTop = place * (scrollHeight - clientHeight);
    await expect.poll(() => Math.abs(seen.window[0] - place * MILLION)).toBeLessThan(60);
    // only what is in sight is drawn, and all of it
    await expect.poll(() => drawn()).toMatchObject({ few: true, fromTheTop: true, toTheBottom: true });
  });

  it('go on from the middle, row by row and page by page, always in sight', async () => {
    await showGrid({ total: MILLION });
    grid().scrollTop = (grid().scrollHeight - grid().clientHeight) / 2;
    await page
      .getByText(/^Wiersz 50\d{4}$/u)
      .nth(12)
      .click();
    const start = Number(/\d+$/u.exec(activeText() ?? '')?.[0] ?? /Wiersz (\d+)/u.exec(activeText() ?? '')?.[1]);
    focusGrid();
    for (const [key, step] of [
      ['{ArrowDown}', 1],
      ['{ArrowDown}', 2],
      ['{ArrowUp}', 1],
    ] as const) {
      await press(key);
      await expect.poll(activeText).toContain(rowOf(start + step).name);
      await expect.poll(() => isInSight(active())).toBe(true);
    }
    await press('{PageDown}', '{PageDown}', '{PageUp}', '{PageUp}');
    await expect.poll(activeText).toContain(rowOf(start + 1).name);
    await expect.poll(() => isInSight(active())).toBe(true);
  });
});

describe('columns', () => {
  it.each([
    [1_000, ['Kod', 'Nazwa', 'Miejscowość']],
    [700, ['Kod', 'Nazwa']],
    [400, ['Nazwa']],
  ])('of a table %i pixels wide are %j', async (width, names) => {
    await showGrid({ total: 10, width });
    await expect.poll(headers).toEqual(names);
    expect(grid().getAttribute('aria-colcount')).toBe(String(names.length + 1));
    expect(grid().scrollWidth).toBe(grid().clientWidth);
  });

  it('are sorted from the keyboard, both ways, and say so', async () => {
    const seen = await showGrid({ total: 10 });
    const sorted = () =>
      [...document.querySelectorAll('[role="columnheader"][aria-sort]')].map((head) => head.getAttribute('aria-sort'));
    await expect.poll(sorted).toEqual(['none', 'ascending']);
    focusGrid();
    await userEvent.tab(); // the box that marks all
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Kod');
    await press('{Enter}');
    expect(seen.sort).toEqual({ column: 'code', descending: false });
    await expect.poll(sorted).toEqual(['ascending', 'none']);
    await press('{Enter}');
    await expect.poll(sorted).toEqual(['descending', 'none']);
  });
});

describe('for those who cannot see it', () => {
  it('the table says what it is, how long, and where one is', async () => {
    await showGrid({ total: MILLION, loaded: 100 });
    const attributes = (names: readonly string[]) => names.map((name) => grid().getAttribute(name));
    expect(attributes(['aria-label', 'aria-rowcount', 'aria-colcount', 'aria-multiselectable', 'tabindex'])).toEqual([
      'Wiersze',
      String(MILLION + 1),
      '4',
      'true',
      '0',
    ]);
    focusGrid();
    await press('{ArrowDown}{ArrowDown}');
    await expect.poll(() => active()?.getAttribute('aria-rowindex')).toBe('4');
    expect(active()?.getAttribute('role')).toBe('row');
    expect([...(active()?.children ?? [])].map((cell) => cell.getAttribute('role'))).toEqual([
      'gridcell',
      'gridcell',
      'gridcell',
      'gridcell',
    ]);
  });

  it('Enter and a double click open the row', async () => {
    const seen = await showGrid({ total: 100 });
    focusGrid();
    await press('{ArrowDown}', '{Enter}');
    await page.getByText('Wiersz 4', { exact: true }).dblClick();
    expect(seen.opened).toEqual(['r1', 'r4']);
  });
});

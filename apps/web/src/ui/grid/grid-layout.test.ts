import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid-column.ts';
import { arrange, DEFAULT_LAYOUT, isShown, readLayout, WIDEST, withColumn, withWidth } from './grid-layout.ts';

const column = (id: string, more: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  id,
  header: id,
  width: 100,
  render: (row) => row,
  ...more,
});
const COLUMNS = [
  column('name', { grows: true, fixed: true }),
  column('city', { hiddenBelow: 600 }),
  column('email', { optional: true }),
];
const ids = (layout = DEFAULT_LAYOUT, width = 1_000) => arrange(COLUMNS, layout, width).map(({ id }) => id);

describe('the columns of a table', () => {
  it('are those there is room for, without the optional ones', () => {
    expect([ids(), ids(DEFAULT_LAYOUT, 500), ids(DEFAULT_LAYOUT, 0)]).toEqual([
      ['name', 'city'],
      ['name'],
      ['name', 'city'],
    ]);
  });

  it('are put in and left out by hand, whatever the room', () => {
    const layout = withColumn(withColumn(DEFAULT_LAYOUT, 'email', true), 'city', false);
    expect([ids(layout), ids(layout, 300)]).toEqual([
      ['name', 'email'],
      ['name', 'email'],
    ]);
  });

  it('always include the one that says which row it is', () => {
    expect(isShown(column('name', { fixed: true }), withColumn(DEFAULT_LAYOUT, 'name', false), 100)).toBe(true);
  });

  it('are as wide as they were drawn, within reason, and then do not grow', () => {
    const drawn = withWidth(DEFAULT_LAYOUT, 'name', 321.4);
    expect(arrange(COLUMNS, drawn, 1_000)[0]).toMatchObject({ width: 321, grows: false });
    expect(withWidth(DEFAULT_LAYOUT, 'name', 9_999).widths).toEqual({ name: WIDEST });
    expect(withWidth(drawn, 'name', null)).toEqual(DEFAULT_LAYOUT);
  });
});

describe('a kept layout', () => {
  it('comes back as it was', () => {
    const layout = withWidth(withColumn(DEFAULT_LAYOUT, 'city', false), 'name', 200);
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
  });

  it.each([
    null,
    '',
    'no JSON',
    '7',
    '[]',
    '{"shown":3}',
    '{"shown":{"a":"yes"},"widths":{"a":"wide","b":1e9,"c":-5}}',
  ])('that makes no sense (%s) is the default', (text) => {
    expect(readLayout(text)).toEqual(DEFAULT_LAYOUT);
  });
});

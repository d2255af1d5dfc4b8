import { Checkbox } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { useRowHeight } from '../density.ts';
import { GridHead } from './grid-head.tsx';
import { isMarked, NO_MARKS, type GridColumn, type GridSort, type Marks } from './grid-column.ts';
import { arrange, DEFAULT_LAYOUT, withWidth, type GridLayout } from './grid-layout.ts';
import { GridRow, isBox } from './grid-row.tsx';
import css from './grid.module.css';
import { rowAfterKey } from './keys.ts';
import { useGridMarks } from './use-grid-marks.ts';
import { useSoughtRow } from './use-sought-row.ts';
import { rowWindow, scrollFor, scrollHeight } from './window.ts';

export interface GridProps<T> {
  readonly ref?: Ref<HTMLDivElement>;
  /** What the rows are, for those who cannot see them. */
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly total: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  readonly onWindow?: (first: number, end: number) => void;
  /** Enter, double click, or a finger. */
  readonly onOpen?: (row: T) => void;
  /** The cursor was moved to this row. */
  readonly onActive?: (row: T) => void;
  /** The id of the row under the cursor, also when the list has moved under it; undefined when there is none yet. */
  readonly onCursor?: (id: string | undefined) => void;
  readonly marks?: Marks;
  readonly onMarks?: (marks: Marks) => void;
  /** The ids of rows that are not loaded, for marking a long stretch. */
  readonly idsBetween?: (first: number, end: number) => Promise<readonly string[]>;
  readonly sort?: GridSort | undefined;
  readonly onSort?: (sort: GridSort) => void;
  readonly layout?: GridLayout;
  readonly onLayout?: (layout: GridLayout) => void;
  readonly onWidth?: (width: number) => void;
  /** The keyboard begins here when nothing else on the screen has it. */
  readonly takesKeyboard?: boolean;
  /** Paper has the rows in sight only: how one gets all of them. */
  readonly whole?: string;
  /** Id of the row to begin at, or to go to, once it is loaded. */
  readonly sought?: string | undefined;
  /** Which list this is: another one begins at its first row. */
  readonly listKey?: string;
}

/** In pixels, as grid.module.css has it. */
const HEAD_HEIGHT = 32;

/**
 * A table of any length: only what is in sight exists. Arrows, Page Up/Down, Home and End move; Space marks the row, Shift
 * with any of them marks on the way and lets go on the way back, Ctrl+A marks everything that matches, Escape clears; Enter opens.
 */
export function Grid<T>(props: GridProps<T>) {
  const { ref, label, columns: known, total, rowAt, idOf, onWindow, onOpen, onActive, onCursor } = props;
  const { marks = NO_MARKS, onMarks, idsBetween, sort, onSort, layout = DEFAULT_LAYOUT, onLayout, onWidth } = props;
  const { listKey, takesKeyboard = false, whole, sought } = props;
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { ref: sized, height, width } = useElementSize();
  const boxRef = useMergedRef(box, sized, ref);
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState({ listKey, index: 0 });
  const scrolledFor = useRef(listKey);
  const rowHeight = useRowHeight();
  const view = { total, rowHeight, viewport: Math.max(0, height - HEAD_HEIGHT) };
  const { first, end, offset } = rowWindow(view, scrollTop);
  const columns = arrange(known, layout, width);
  const current = active.listKey === listKey ? Math.min(active.index, Math.max(0, total - 1)) : 0;
  const marking = useGridMarks({ rowAt, idOf, marks, onMarks, idsBetween });

  useEffect(() => {
    if (takesKeyboard && hasNoKeyboard()) box.current?.focus({ preventScroll: true });
  }, [takesKeyboard]);
  useEffect(() => onWindow?.(first, end), [onWindow, first, end]);
  useEffect(() => onWidth?.(width), [onWidth, width]);
  const under = rowAt(current);
  const underId = under && idOf(under);
  // at once: the next key may already be waiting, and is about this row
  useLayoutEffect(() => onCursor?.(underId), [onCursor, underId]);
  useEffect(() => {
    if (scrolledFor.current === listKey) return;
    scrolledFor.current = listKey;
    if (box.current) box.current.scrollTop = 0;
  }, [listKey]);

  const moveTo = (index: number) => {
    setActive({ listKey, index });
    const to = scrollFor(index, view, box.current?.scrollTop ?? 0);
    if (to !== null && box.current) box.current.scrollTop = to;
  };
  const idAt = (index: number) => {
    const row = index < total ? rowAt(index) : undefined;
    return row && idOf(row);
  };
  const { giveUp } = useSoughtRow({ sought: height > 0 ? sought : undefined, first, end, idAt, onFound: moveTo });

  const go = (index: number) => {
    giveUp();
    moveTo(index);
    const row = rowAt(index);
    if (row) onActive?.(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // A head's own keys are its own.
    if (event.target !== event.currentTarget) return;
    const next = rowAfterKey(event.key, current, total, Math.max(1, Math.floor(view.viewport / rowHeight) - 1));
    const row = rowAt(current);
    if (next !== undefined) {
      if (event.shiftKey) marking?.between(current, next);
      else marking?.endStretch();
      go(next);
    } else if (event.key === ' ' && marking) marking.toggle(current);
    else if (event.key === 'Enter' && row && onOpen) onOpen(row);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && marking) marking.all();
    else if (event.key === 'Escape' && marking) marking.none();
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent, index: number, row: T | undefined) => {
    if (event.shiftKey) marking?.between(current, index);
    else marking?.endStretch();
    go(index);
    if (row && isFinger(event) && !isBox(event)) onOpen?.(row);
  };

  return (
    <div
      ref={boxRef}
      className={css['grid']}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (marking ? 1 : 0)}
      aria-multiselectable={marking ? true : undefined}
      aria-activedescendant={total > 0 ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      {/* before its width is known, columns would only come to go again */}
      {width === 0 ? (
        <div className={css['head']} />
      ) : (
        <GridHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          marks={onMarks ? marks : undefined}
          onMarks={onMarks}
          total={total}
          onWidth={onLayout && ((column, drawn) => onLayout(withWidth(layout, column, drawn)))}
        />
      )}
      <div role="rowgroup" className={css['body']} style={{ height: scrollHeight(total, rowHeight) }}>
        <div className={css['window']} style={{ transform: `translateY(${offset}px)` }}>
          {Array.from({ length: width === 0 ? 0 : Math.max(0, end - first) }, (_, at) => {
            const index = first + at;
            const row = rowAt(index);
            const marked = row !== undefined && isMarked(marks, idOf(row));
            return (
              <GridRow
                key={index}
                id={`${id}-${index}`}
                index={index}
                row={row}
                columns={columns}
                active={index === current}
                marked={marked}
                markable={marking !== null}
                onClick={(event) => onClick(event, index, row)}
                onOpen={row && onOpen ? () => onOpen(row) : undefined}
                checkbox={
                  marking && row ? (
                    <Checkbox
                      size="xs"
                      tabIndex={-1}
                      aria-label={t('shell.grid.markRow')}
                      checked={marked}
                      onChange={() => marking.toggle(index)}
                    />
                  ) : null
                }
              />
            );
          })}
        </div>
      </div>
      {first === 0 && end >= total ? null : (
        <p className={`${css['count']} print-only`}>
          {t('grid.printed', { formatted: formatCount(end - first), total: formatCount(total) })}
          {whole === undefined ? null : ` ${whole}`}
        </p>
      )}
    </div>
  );
}

/** Nothing, or no more than the screen as a whole, has the keyboard. */
const hasNoKeyboard = (): boolean =>
  document.activeElement === document.body || document.activeElement?.localName === 'main';

/** A finger has no double click worth the name: its tap opens. */
const isFinger = ({ nativeEvent }: MouseEvent): boolean =>
  'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';

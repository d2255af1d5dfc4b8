import { Checkbox } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { GridHead } from './grid-head.tsx';
import { isMarked, mark, NO_MARKS, type GridColumn, type GridSort, type Marks } from './grid-column.ts';
import { GridRow } from './grid-row.tsx';
import css from './grid.module.css';
import { rowAfterKey } from './keys.ts';
import { ROW_HEIGHT, rowWindow, scrollFor, scrollHeight } from './window.ts';

export interface GridProps<T> {
  /** What the rows are, for those who cannot see them. */
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly total: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  readonly onWindow?: (first: number, end: number) => void;
  /** Enter or double click. */
  readonly onOpen?: (row: T) => void;
  /** The row under the cursor changed. */
  readonly onActive?: (row: T) => void;
  readonly marks?: Marks;
  readonly onMarks?: (marks: Marks) => void;
  readonly sort?: GridSort | undefined;
  readonly onSort?: (sort: GridSort) => void;
}

/**
 * A table of any length: only what is in sight exists. Arrows, Page Up/Down, Home and End move; Space marks the row, Shift
 * with an arrow marks on the way, Ctrl+A marks everything that matches, Escape clears; Enter opens.
 */
export function Grid<T>(props: GridProps<T>) {
  const { label, total, rowAt, idOf, onWindow, onOpen, onActive, marks = NO_MARKS, onMarks, sort, onSort } = props;
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { ref: sized, height, width } = useElementSize();
  const boxRef = useMergedRef(box, sized);
  const [scrollTop, setScrollTop] = useState(0);
  const [active, setActive] = useState(0);
  const viewport = Math.max(0, height - ROW_HEIGHT);
  const { first, end, offset } = rowWindow(total, scrollTop, viewport);
  const columns = props.columns.filter(({ hiddenBelow = 0 }) => width === 0 || width >= hiddenBelow);
  const current = Math.min(active, Math.max(0, total - 1));

  useEffect(() => onWindow?.(first, end), [onWindow, first, end]);

  const go = (index: number) => {
    setActive(index);
    const to = scrollFor(index, total, box.current?.scrollTop ?? 0, viewport);
    if (to !== null && box.current) box.current.scrollTop = to;
    const row = rowAt(index);
    if (row) onActive?.(row);
  };
  const toggle = (index: number) => {
    const row = rowAt(index);
    if (row && onMarks) onMarks(mark(marks, [idOf(row)], !isMarked(marks, idOf(row))));
  };
  const markBetween = (from: number, to: number) => {
    const rows = Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => rowAt(Math.min(from, to) + at));
    onMarks?.(
      mark(
        marks,
        rows.flatMap((row) => (row ? [idOf(row)] : [])),
        true,
      ),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const next = rowAfterKey(event.key, current, total, Math.max(1, Math.floor(viewport / ROW_HEIGHT) - 1));
    const row = rowAt(current);
    if (next !== undefined) {
      if (event.shiftKey && onMarks) markBetween(current, next);
      go(next);
    } else if (event.key === ' ' && onMarks) toggle(current);
    else if (event.key === 'Enter' && row && onOpen) onOpen(row);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onMarks)
      onMarks({ all: true, ids: new Set() });
    else if (event.key === 'Escape' && onMarks) onMarks(NO_MARKS);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={boxRef}
      className={css['grid']}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (onMarks ? 1 : 0)}
      aria-multiselectable={onMarks ? true : undefined}
      aria-activedescendant={total > 0 ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <GridHead
        columns={columns}
        sort={sort}
        onSort={onSort}
        marks={onMarks ? marks : undefined}
        onMarks={onMarks}
        total={total}
      />
      <div role="rowgroup" className={css['body']} style={{ height: scrollHeight(total) }}>
        <div className={css['window']} style={{ transform: `translateY(${offset}px)` }}>
          {Array.from({ length: Math.max(0, end - first) }, (_, at) => {
            const index = first + at;
            const row = rowAt(index);
            return (
              <GridRow
                key={index}
                id={`${id}-${index}`}
                index={index}
                row={row}
                columns={columns}
                active={index === current}
                marked={row !== undefined && isMarked(marks, idOf(row))}
                markable={onMarks !== undefined}
                onClick={(event) => {
                  if (event.shiftKey && onMarks) markBetween(current, index);
                  go(index);
                }}
                onOpen={row && onOpen ? () => onOpen(row) : undefined}
                checkbox={
                  onMarks && row ? (
                    <Checkbox
                      size="xs"
                      tabIndex={-1}
                      aria-label={t('shell.grid.markRow')}
                      checked={isMarked(marks, idOf(row))}
                      onChange={() => toggle(index)}
                    />
                  ) : null
                }
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

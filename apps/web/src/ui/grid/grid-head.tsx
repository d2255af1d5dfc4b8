import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnEdge } from './column-edge.tsx';
import { countMarked, NO_MARKS, type GridColumn, type GridSort, type Marks } from './grid-column.ts';
import { cellStyle } from './grid-row.tsx';
import css from './grid.module.css';

interface GridHeadProps<T> {
  readonly columns: readonly GridColumn<T>[];
  readonly sort: GridSort | undefined;
  readonly onSort: ((sort: GridSort) => void) | undefined;
  readonly marks: Marks | undefined;
  readonly onMarks: ((marks: Marks) => void) | undefined;
  readonly total: number;
  /** Columns may be drawn wider and narrower. */
  readonly onWidth: ((column: string, width: number | null) => void) | undefined;
}

/** Pixels for one press of Alt with an arrow on a column's head. */
const WIDTH_STEP = 16;

export function GridHead<T>({ columns, sort, onSort, marks, onMarks, total, onWidth }: GridHeadProps<T>) {
  const { t } = useTranslation();
  const marked = marks ? countMarked(marks, total) : 0;
  const widen = (event: KeyboardEvent<HTMLElement>, id: string) => {
    const step = { ArrowLeft: -WIDTH_STEP, ArrowRight: WIDTH_STEP }[event.key];
    if (!event.altKey || step === undefined || !onWidth) return;
    event.preventDefault();
    onWidth(id, (event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0) + step);
  };
  return (
    <div className={css['head']} role="row" aria-rowindex={1}>
      {marks && onMarks ? (
        <div role="columnheader" className={css['mark']}>
          <Checkbox
            size="xs"
            aria-label={t('shell.grid.markAll')}
            // marked one by one, some may be in another list
            checked={marks.all && marks.ids.size === 0}
            indeterminate={marked > 0 && !(marks.all && marks.ids.size === 0)}
            onChange={(event) => onMarks(event.currentTarget.checked ? { all: true, ids: new Set() } : NO_MARKS)}
          />
        </div>
      ) : null}
      {columns.map((column) => {
        const direction = sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
        return (
          <div
            key={column.id}
            role="columnheader"
            className={css['headCell']}
            data-align={column.align}
            style={cellStyle(column)}
            aria-sort={column.sortable === true ? (direction ?? 'none') : undefined}
          >
            {column.sortable === true && onSort ? (
              <UnstyledButton
                className={`${css['sort']} printed`}
                onClick={() => onSort({ column: column.id, descending: direction === 'ascending' })}
                onKeyDown={(event) => widen(event, column.id)}
              >
                {column.header}
                {direction === 'ascending' ? <IconArrowUp size={12} aria-hidden /> : null}
                {direction === 'descending' ? <IconArrowDown size={12} aria-hidden /> : null}
              </UnstyledButton>
            ) : (
              column.header
            )}
            {onWidth ? <ColumnEdge onWidth={(width) => onWidth(column.id, width)} /> : null}
          </div>
        );
      })}
    </div>
  );
}

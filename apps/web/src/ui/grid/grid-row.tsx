import { Skeleton } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import type { GridColumn } from './grid-column.ts';
import css from './grid.module.css';

interface GridRowProps<T> {
  readonly id: string;
  readonly index: number;
  readonly row: T | undefined;
  readonly columns: readonly GridColumn<T>[];
  readonly active: boolean;
  readonly marked: boolean;
  readonly markable: boolean;
  readonly checkbox: ReactNode;
  readonly onClick: (event: MouseEvent) => void;
  readonly onOpen: (() => void) | undefined;
}

export const cellStyle = ({ width, grows }: { readonly width: number; readonly grows?: boolean }) => ({
  flex: `${grows === true ? 1 : 0} 0 ${width}px`,
});

export function GridRow<T>({
  id,
  index,
  row,
  columns,
  active,
  marked,
  markable,
  checkbox,
  onClick,
  onOpen,
}: GridRowProps<T>) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid around it takes the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={markable ? marked : active}
      data-active={active || undefined}
      data-marked={marked || undefined}
      className={css['row']}
      onClick={onClick}
      onDoubleClick={(event) => isBox(event) || onOpen?.()}
    >
      {markable ? (
        <div role="gridcell" className={css['mark']}>
          {checkbox}
        </div>
      ) : null}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={css['cell']}
          data-align={column.align}
          data-unbroken={column.unbroken}
          style={cellStyle(column)}
        >
          {row === undefined ? <Skeleton height={8} width="60%" /> : column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** Ticking a box quickly is no wish to open the row. */
export const isBox = ({ target }: MouseEvent): boolean => target instanceof HTMLInputElement;

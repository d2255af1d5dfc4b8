import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from './grid-column.ts';
import { DEFAULT_LAYOUT, isShown, withColumn, type GridLayout } from './grid-layout.ts';

interface ColumnMenuProps<T> {
  readonly columns: readonly GridColumn<T>[];
  readonly layout: GridLayout;
  readonly onLayout: (layout: GridLayout) => void;
  /** Of the table, in pixels: columns there is no room for are not ticked. */
  readonly width: number;
}

/** Which columns a table has. */
export function ColumnMenu<T>({ columns, layout, onLayout, width }: ColumnMenuProps<T>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Tooltip label={t('grid.columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('grid.columns')}>
            <IconColumns3 size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ fixed }) => fixed !== true)
          .map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={isShown(column, layout, width)}
              onChange={(shown) => onLayout(withColumn(layout, column.id, shown))}
            >
              {column.header}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onLayout(DEFAULT_LAYOUT)}>{t('grid.defaults')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

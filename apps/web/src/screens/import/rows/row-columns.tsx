import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { say } from '../../../ui/describe-error.ts';
import type { GridColumn } from '../../../ui/grid/grid-column.ts';
import type { RowView } from '../import-query.ts';
import { heaviest } from '../severity.ts';
import { useFieldName } from './use-field-name.ts';

export const OUTCOME_COLOR = { create: 'teal', update: 'indigo', same: 'gray', rejected: 'red' } as const;

export function useRowColumns(): readonly GridColumn<RowView>[] {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  return [
    {
      id: 'line',
      header: t('imports.rows.line'),
      width: 68,
      align: 'right',
      render: ({ line }) => line,
    },
    {
      id: 'outcome',
      header: t('imports.rows.outcome'),
      width: 106,
      render: ({ outcome }) => <Badge color={OUTCOME_COLOR[outcome]}>{t(`imports.outcomeOne.${outcome}`)}</Badge>,
    },
    {
      id: 'name',
      header: t('imports.rows.name'),
      width: 160,
      grows: true,
      render: ({ name, cells }) =>
        name ?? (
          <Text inherit span c="dimmed">
            {cells.filter(Boolean).join(' · ')}
          </Text>
        ),
    },
    {
      id: 'changes',
      header: t('imports.rows.changes'),
      width: 240,
      hiddenBelow: 800,
      render: ({ changes, outcome }) =>
        outcome === 'update' ? [...new Set(changes.map(({ field }) => fieldName(field)))].join(', ') : null,
    },
    {
      id: 'remarks',
      header: t('imports.rows.remarks'),
      width: 340,
      hiddenBelow: 620,
      render: ({ remarks }) => {
        const worst = heaviest(remarks);
        const [first] = remarks.toSorted((a) => (a.severity === worst ? -1 : 0));
        if (!first) return null;
        return (
          <Text inherit span c={worst === 'rejected_row' ? 'var(--goniec-bad)' : undefined}>
            {remarks.length > 1 ? `(${remarks.length}) ` : ''}
            {say(first.sentence)}
          </Text>
        );
      },
    },
  ];
}

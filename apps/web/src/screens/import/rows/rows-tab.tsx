import { Anchor, Group, SegmentedControl, Text } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { ErrorPanel, StatePanel } from '../../../ui/state-panels.tsx';
import css from '../import.module.css';
import type { ImportView, RowView } from '../import-query.ts';
import { OUTCOMES, UNDONE } from '../import-search.ts';
import { useRowColumns } from './row-columns.tsx';
import { RowDetails } from './row-details.tsx';
import { useImportRows } from './use-import-rows.ts';

const idOf = ({ line }: RowView): string => String(line);

/** Every row of the file and what becomes of it. */
export function RowsTab({ companyId, record }: { readonly companyId: string; readonly record: ImportView }) {
  const { t } = useTranslation();
  const { outcome, undone, remark } = useSearch({ from: '/firma/$companyId/kontrahenci/import' });
  const navigate = useNavigate({ from: '/firma/$companyId/kontrahenci/import' });
  const [open, setOpen] = useState<RowView | null>(null);
  const columns = useRowColumns();
  const { summary, undo } = record;
  const remarked = summary.remarks.find(({ code }) => code === remark);
  const chosen = remarked ? { remark } : undo && undone ? { undone } : { outcome };
  const rows = useImportRows({ companyId, importId: record.id }, chosen);
  const promised = remarked
    ? Math.min(remarked.count, summary.rows)
    : undo && undone
      ? undo.rows[undone]
      : outcome === undefined
        ? summary.rows
        : summary[outcome];
  const total = rows.total ?? promised;
  const choice = (value: string, label: string, count: number) => ({ value, label: `${label} ${formatCount(count)}` });
  return (
    <div className={css['rows']}>
      <Group p="xs" justify="space-between" gap="xs">
        <SegmentedControl
          aria-label={t('imports.rows.outcome')}
          value={remarked ? '' : ((undo ? undone : undefined) ?? outcome ?? 'all')}
          onChange={(value) =>
            void navigate({
              search: (now) => ({
                ...now,
                outcome: OUTCOMES.find((known) => known === value),
                undone: UNDONE.find((known) => known === value),
                remark: undefined,
              }),
              replace: true,
            })
          }
          data={[
            choice('all', t('imports.rows.all'), summary.rows),
            ...OUTCOMES.map((each) => choice(each, t(`imports.outcome.${each}`), summary[each])),
            ...(undo ? UNDONE.map((each) => choice(each, t(`imports.undo.result.${each}`), undo.rows[each])) : []),
          ]}
          style={{ maxWidth: '100%', overflowX: 'auto' }}
        />
        <Text size="xs" c="dimmed" visibleFrom="md">
          {t('imports.rows.openHint')}
        </Text>
      </Group>
      {remarked ? (
        <Group px="sm" pb="xs" gap="xs" wrap="nowrap">
          <Text size="sm">{say(remarked.sentence)}</Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            style={{ flex: 'none' }}
            onClick={() => void navigate({ search: (now) => ({ ...now, remark: undefined }), replace: true })}
          >
            {t('imports.rows.showAll')}
          </Anchor>
        </Group>
      ) : null}
      <div className={css['grid']}>
        {rows.error ? (
          <ErrorPanel error={rows.error} onRetry={() => void rows.refetch()} />
        ) : total === 0 ? (
          <StatePanel icon={IconSearchOff} title={t('imports.rows.empty')} />
        ) : (
          <Grid
            key={remark ?? undone ?? outcome ?? 'all'}
            label={t('imports.tabs.rows')}
            columns={columns}
            total={total}
            rowAt={rows.rowAt}
            idOf={idOf}
            onWindow={rows.onWindow}
            onOpen={setOpen}
          />
        )}
      </div>
      <RowDetails companyId={companyId} record={record} row={open} onClose={() => setOpen(null)} />
    </div>
  );
}

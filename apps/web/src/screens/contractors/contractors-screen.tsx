import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconAddressBook, IconFileImport, IconSearchOff } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useCounted } from '../../i18n/use-counted.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { countMarked, NO_MARKS, type GridSort, type Marks } from '../../ui/grid/grid-column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { usePages } from '../../ui/grid/use-pages.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import { useContractorColumns, type ContractorView } from './contractor-columns.tsx';
import { ContractorsToolbar } from './contractors-toolbar.tsx';
import { filterOf, SORTS, type ContractorsSearch } from './contractors-search.ts';
import css from './contractors.module.css';
import { useSendMarked } from './use-send-marked.ts';

/** Loaded with the first contractor that is opened. */
const ContractorDrawer = lazy(async () => ({
  default: (await import('./contractor-drawer.tsx')).ContractorDrawer,
}));

/** The address of the panel for a contractor that does not exist yet. */
const NEW = 'nowy';

const idOf = ({ id }: ContractorView): string => id;

export function ContractorsScreen() {
  const { t } = useTranslation();
  const counted = useCounted();
  const companyId = useCompanyId();
  const search = useSearch({ from: '/firma/$companyId/kontrahenci' });
  const navigate = useNavigate({ from: '/firma/$companyId/kontrahenci' });
  const filter = filterOf(search);
  const sort = search.sort ?? 'name';
  const order = { sort, direction: search.desc === true ? ('desc' as const) : ('asc' as const) };
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const send = useSendMarked(companyId, search);
  const columns = useContractorColumns();
  const pages = usePages(['contractors', companyId, filter, order], (offset, limit, signal) =>
    api.listContractors({ params: { companyId }, query: { ...filter, ...order, offset, limit } }, { signal }),
  );

  const change = (next: ContractorsSearch) => {
    // Marks belong to what was on the screen: another filter means another list.
    if ('q' in next || 'group' in next || 'consent' in next || 'number' in next) setMarks(NO_MARKS);
    void navigate({ search: (now) => ({ ...now, ...next }), replace: 'q' in next });
  };
  const open = useCallback(
    (id: string | undefined) => void navigate({ search: (now) => ({ ...now, open: id }) }),
    [navigate],
  );
  const onSort = ({ column, descending }: GridSort) =>
    change({
      sort: column === 'name' ? undefined : SORTS.find((known) => known === column),
      desc: descending ? true : undefined,
    });

  const total = pages.total ?? 0;
  const marked = countMarked(marks, total);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className={css['screen']}>
      <VisuallyHidden component="h1">{t('directory.title')}</VisuallyHidden>
      <ContractorsToolbar
        companyId={companyId}
        search={search}
        onSearch={change}
        onAdd={() => open(NEW)}
        marked={marked}
        onSend={() => send.mutate(marks)}
        sending={send.isPending}
      />
      <div className={css['list']}>
        {pages.error && pages.total === undefined ? (
          <ErrorPanel error={pages.error} onRetry={pages.refetch} />
        ) : pages.total === undefined ? (
          <LoadingPanel />
        ) : total > 0 ? (
          <Grid
            label={t('directory.title')}
            columns={columns}
            total={total}
            rowAt={pages.rowAt}
            idOf={idOf}
            onWindow={pages.onWindow}
            onOpen={({ id }) => open(id)}
            marks={marks}
            onMarks={setMarks}
            sort={{ column: sort, descending: search.desc === true }}
            onSort={onSort}
          />
        ) : isFiltered ? (
          <StatePanel icon={IconSearchOff} title={t('common.nothingFound')} hint={t('directory.nothingHint')}>
            <Button variant="default" onClick={() => void navigate({ search: {} })}>
              {t('directory.clearFilters')}
            </Button>
          </StatePanel>
        ) : (
          <StatePanel icon={IconAddressBook} title={t('directory.empty')} hint={t('directory.emptyHint')}>
            <Button
              component={Link}
              to={`/firma/${companyId}/kontrahenci/import`}
              leftSection={<IconFileImport size={14} />}
            >
              {t('directory.more.import')}
            </Button>
          </StatePanel>
        )}
      </div>
      <Group className={css['foot']} justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {pages.total === undefined ? '' : counted('contractors', total)}
        </Text>
        <Text size="xs" fw={marked > 0 ? 600 : 400} aria-live="polite">
          {marked > 0 ? counted('marked', marked) : t('directory.markHint')}
        </Text>
      </Group>
      {search.open === undefined ? null : (
        <Suspense fallback={null}>
          <ContractorDrawer
            companyId={companyId}
            contractorId={search.open === NEW ? null : search.open}
            onOpen={open}
            onClose={() => open(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

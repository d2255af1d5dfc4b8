import { Button } from '@mantine/core';
import { IconAddressBook, IconFileImport, IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn, GridSort, Marks } from '../../ui/grid/grid-column.ts';
import type { GridLayout } from '../../ui/grid/grid-layout.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import type { Pages } from '../../ui/grid/use-pages.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import type { ContractorView } from './contractor-columns.tsx';
import { filterOf, NO_FILTER, orderOf, SORTS, type ContractorsSearch } from './contractors-search.ts';
import { useIdsBetween } from './use-ids-between.ts';

interface ContractorsListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly companyId: string;
  readonly search: ContractorsSearch;
  readonly onSearch: (change: ContractorsSearch) => void;
  readonly pages: Pages<ContractorView>;
  readonly columns: readonly GridColumn<ContractorView>[];
  readonly layout: GridLayout;
  readonly onLayout: (layout: GridLayout) => void;
  readonly onWidth: (width: number) => void;
  readonly marks: Marks;
  readonly onMarks: (marks: Marks) => void;
  readonly onOpen: (id: string) => void;
  readonly onActive: (id: string) => void;
  /** The contractor the cursor goes to once its row has come. */
  readonly sought: string | undefined;
}

const idOf = ({ id }: ContractorView): string => id;

/** The table, or why there is none. */
export function ContractorsList(props: ContractorsListProps) {
  const { companyId, search, onSearch, pages, onOpen, onActive, ...grid } = props;
  const { t } = useTranslation();
  const idsBetween = useIdsBetween(companyId, search);
  const { total, error } = pages;
  const onSort = ({ column, descending }: GridSort) =>
    onSearch({
      sort: column === 'name' ? undefined : SORTS.find((known) => known === column),
      desc: descending ? true : undefined,
    });
  if (total === undefined) return error ? <ErrorPanel error={error} onRetry={pages.refetch} /> : <LoadingPanel />;
  if (total > 0)
    return (
      <Grid
        takesKeyboard
        {...grid}
        label={t('directory.title')}
        listKey={JSON.stringify([filterOf(search), orderOf(search)])}
        total={total}
        rowAt={pages.rowAt}
        idOf={idOf}
        onWindow={pages.onWindow}
        idsBetween={idsBetween}
        onOpen={({ id }) => onOpen(id)}
        onActive={({ id }) => onActive(id)}
        sort={{ column: search.sort ?? 'name', descending: search.desc === true }}
        onSort={onSort}
      />
    );
  if (Object.keys(filterOf(search)).length > 0)
    return (
      <StatePanel icon={IconSearchOff} title={t('common.nothingFound')} hint={t('directory.nothingHint')}>
        <Button variant="default" onClick={() => onSearch(NO_FILTER)}>
          {t('directory.clearFilters')}
        </Button>
      </StatePanel>
    );
  return (
    <StatePanel icon={IconAddressBook} title={t('directory.empty')} hint={t('directory.emptyHint')}>
      <Button component={Link} to={`/firma/${companyId}/kontrahenci/import`} leftSection={<IconFileImport size={14} />}>
        {t('directory.more.import')}
      </Button>
    </StatePanel>
  );
}

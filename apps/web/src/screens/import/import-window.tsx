import { Box, Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorPanel, LoadingPanel } from '../../ui/state-panels.tsx';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import { ColumnsTab } from './columns/columns-tab.tsx';
import { ImportHead } from './import-head.tsx';
import css from './import.module.css';
import { importQuery } from './import-query.ts';
import { IMPORT_TABS } from './import-search.ts';
import { TaskProgress } from './progress/task-progress.tsx';
import type { TaskView } from './progress/use-import-tasks.ts';
import type { ReadOptions } from './reading.ts';
import { ResultAlert } from './result-alert.tsx';
import { RowsTab } from './rows/rows-tab.tsx';
import { SummaryTab } from './summary/summary-tab.tsx';

interface ImportWindowProps {
  readonly companyId: string;
  readonly importId: string;
  /** The file is being read again. */
  readonly reading: boolean;
  /** What is being done with it just now, and how far that is. */
  readonly task: TaskView | undefined;
  /** Null when the browser no longer has the file. */
  readonly onRead: ((options: ReadOptions) => void) | null;
}

/** *Pokaż kontrahentów*, where the button that wrote the import, or took it back, is no more. */
const SEE = 'see';

/** One import: how the file was read, what it would change, and the button that does it. */
export function ImportWindow({ companyId, importId, reading, task, onRead }: ImportWindowProps) {
  const { t } = useTranslation();
  const { tab = 'zmiany' } = useSearch({ from: '/firma/$companyId/kontrahenci/import' });
  const navigate = useNavigate({ from: '/firma/$companyId/kontrahenci/import' });
  const heir = useFocusHeir();
  const { data, error, refetch } = useQuery(importQuery({ companyId, importId }));
  if (!data) {
    if (!error) return <LoadingPanel page />;
    const back = (
      <Button component={Link} to={`/firma/${companyId}/kontrahenci/import`} variant="default">
        {t('imports.backToList')}
      </Button>
    );
    const missing = { title: t('imports.missing'), back };
    return <ErrorPanel page error={error} onRetry={() => void refetch()} missing={missing} />;
  }
  const { state } = data;
  const go = (value: string | null) =>
    void navigate({ search: (now) => ({ ...now, tab: IMPORT_TABS.find((known) => known === value) }), replace: true });
  return (
    <div className={css['window']}>
      <ImportHead
        companyId={companyId}
        record={data}
        onRead={onRead}
        reading={reading}
        task={task}
        onDeed={() => heir.name(SEE)}
      />
      {reading || task ? (
        <Box px="md" pb="xs" role="status">
          <TaskProgress kind={task?.kind ?? 'check'} task={task} />
        </Box>
      ) : null}
      <ResultAlert companyId={companyId} record={data} seeRef={heir.refOf(SEE)} />
      <Tabs value={tab} onChange={go} keepMounted={false} className={css['tabs']}>
        <Tabs.List>
          <Tabs.Tab value="zmiany">
            {t(state === 'checked' ? 'imports.tabs.summary' : 'imports.tabs.summaryDone')}
          </Tabs.Tab>
          <Tabs.Tab value="kolumny">{t('imports.tabs.columns')}</Tabs.Tab>
          <Tabs.Tab value="wiersze">{t('imports.tabs.rows')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="zmiany" className={css['panel']}>
          <SummaryTab
            record={data}
            onOutcome={(outcome) =>
              void navigate({
                search: (now) => ({ ...now, tab: 'wiersze', outcome, undone: undefined, remark: undefined }),
              })
            }
            onRemark={(remark) => void navigate({ search: ({ id }) => ({ id, tab: 'wiersze', remark }) })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="kolumny" className={css['panel']}>
          <ColumnsTab
            companyId={companyId}
            record={data}
            reading={reading}
            onColumns={onRead && state === 'checked' ? (columns) => onRead({ columns }) : null}
          />
        </Tabs.Panel>
        <Tabs.Panel value="wiersze" className={css['panel']}>
          <RowsTab key={importId} companyId={companyId} record={data} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

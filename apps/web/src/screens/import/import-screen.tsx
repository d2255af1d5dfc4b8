import { Stack, Text, Title } from '@mantine/core';
import { IMPORT_FILE_MB } from '@goniec/contract/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { imports } from '../../i18n/pl/imports.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { notifyError, notifyWarning } from '../../ui/notify.ts';
import { namesContractors } from './columns/fields.ts';
import { DropArea } from './drop-area.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { FileDrop } from './file-drop.tsx';
import css from './import.module.css';
import { importQuery } from './import-query.ts';
import type { ReadOptions } from './reading.ts';
import { ImportWindow } from './import-window.tsx';
import { RunningTasks } from './progress/running-tasks.tsx';
import { useImportTasks } from './progress/use-import-tasks.ts';

addPolish({ imports });

/** A file as it was read: the browser still has it, so it can be read again otherwise. */
interface Upload {
  readonly file: File;
  readonly options: ReadOptions;
}

export function ImportScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const client = useQueryClient();
  const { id } = useSearch({ from: '/firma/$companyId/kontrahenci/import' });
  const navigate = useNavigate({ from: '/firma/$companyId/kontrahenci/import' });
  // All readings of the file: while the address still names the one before, it must not look as if the file were gone.
  const [upload, setUpload] = useState<(Upload & { readonly importIds: readonly string[] }) | null>(null);
  const tasks = useImportTasks(companyId);
  const check = useMutation({
    mutationFn: ({ file, options }: Upload) =>
      api.checkImport({ params: { companyId }, body: options, file, fileName: file.name }),
    onSuccess: (checked, sent) => {
      setUpload((before) => ({
        ...sent,
        importIds: [...(before?.file === sent.file ? before.importIds : []), checked.id],
      }));
      client.setQueryData(importQuery({ companyId, importId: checked.id }).queryKey, checked);
      void client.invalidateQueries({ queryKey: ['imports', companyId, 'list'] });
      // A file read otherwise takes the place of its first reading; a new one can be left by going back.
      // Where it is not known who the rows are about, one begins with the columns.
      const tab = namesContractors(checked.columns) ? undefined : 'kolumny';
      void navigate({ search: (now) => ({ id: checked.id, tab: tab ?? now.tab }), replace: id !== undefined });
    },
    onError: notifyError,
  });
  const checking = check.isPending ? check.variables.file : null;
  const checkTask = tasks.find(({ kind, fileName }) => kind === 'check' && fileName === checking?.name);
  const onFile = (file: File) => {
    if (file.size > IMPORT_FILE_MB * 1024 * 1024)
      notifyWarning(t('imports.drop.tooLarge', { name: file.name, megabytes: IMPORT_FILE_MB }));
    else check.mutate({ file, options: {} });
  };
  if (id !== undefined)
    return (
      <DropArea onFile={checking ? null : onFile}>
        <ImportWindow
          companyId={companyId}
          importId={id}
          reading={checking !== null}
          task={checking ? checkTask : tasks.find(({ importId }) => importId === id)}
          onRead={
            upload?.importIds.includes(id)
              ? (options) => check.mutate({ file: upload.file, options: readAgain(upload.options, options) })
              : null
          }
        />
      </DropArea>
    );
  return (
    <DropArea onFile={checking ? null : onFile}>
      <div className={css['page']}>
        <Stack gap="lg" p="md" maw={980}>
          <div>
            <Title order={1} fz="lg">
              {t('imports.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('imports.hint')}
            </Text>
          </div>
          <FileDrop checking={checking} task={checkTask} onFile={onFile} />
          <RunningTasks tasks={tasks.filter((task) => task !== checkTask)} />
          <EarlierImports companyId={companyId} tasks={tasks} />
        </Stack>
      </div>
    </DropArea>
  );
}

/**
 * Cut otherwise, the columns are others too: what they are is recognised again. Another encoding changes letters only, so what
 * was chosen for the columns stays.
 */
const readAgain = (before: ReadOptions, change: ReadOptions): ReadOptions => ({
  ...before,
  columns: change.encoding === undefined ? undefined : before.columns,
  ...change,
});

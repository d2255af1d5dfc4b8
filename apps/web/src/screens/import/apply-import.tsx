import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { notifyError } from '../../ui/notify.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { importQuery, type ImportView } from './import-query.ts';
import { TaskProgress } from './progress/task-progress.tsx';
import type { TaskView } from './progress/use-import-tasks.ts';

interface ApplyImportProps {
  readonly companyId: string;
  readonly record: ImportView;
  readonly barred: boolean;
  readonly task: TaskView | undefined;
  readonly onDeed: () => void;
}

/** The deed: asked about once, written all or nothing. */
export function ApplyImport({ companyId, record, barred, task, onDeed }: ApplyImportProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const { id: importId, summary } = record;
  const apply = useMutation({
    mutationFn: () => api.applyImport({ params: { companyId, importId } }),
    onMutate: onDeed,
    onSuccess: (applied) => {
      client.setQueryData(importQuery({ companyId, importId }).queryKey, applied);
      for (const resource of ['imports', 'contractors', 'groups', 'recipients', 'quote'])
        void client.invalidateQueries({ queryKey: [resource, companyId] });
    },
    onError: notifyError,
    onSettled: ask.close,
  });
  const count = summary.create + summary.update;
  const changesNothing = count === 0 && summary.consents.given + summary.consents.withdrawn === 0;
  if (changesNothing)
    return (
      <Text size="sm" c="dimmed" lh="30px">
        {t('imports.apply.nothing')}
      </Text>
    );
  return (
    <>
      <SteadyButton onClick={ask.open} disabled={barred && !apply.isPending} loading={apply.isPending}>
        {t('imports.apply.button', { count, formatted: formatCount(count) })}
      </SteadyButton>
      <ConfirmDialog
        opened={asking}
        title={t('imports.apply.title')}
        text={t('imports.apply.text', {
          create: formatCount(summary.create),
          update: formatCount(summary.update),
          rejected: formatCount(summary.rejected),
        })}
        confirm={t('imports.apply.confirm')}
        loading={apply.isPending}
        onClose={ask.close}
        onConfirm={() => apply.mutate()}
      >
        {apply.isPending ? (
          <div role="status">
            <TaskProgress kind="apply" task={task} />
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

import { Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { notifyError } from '../../../ui/notify.ts';
import { ErrorPanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { TaskProgress } from '../progress/task-progress.tsx';
import type { TaskView } from '../progress/use-import-tasks.ts';
import { importQuery, undoPreviewQuery, type ImportKey } from '../import-query.ts';
import { UndoNumbers } from './undo-numbers.tsx';

interface UndoImportProps extends ImportKey {
  /** What is being done with it just now. */
  readonly task: TaskView | undefined;
  /** One button among many: smaller. */
  readonly inList?: boolean;
  readonly onDeed?: () => void;
}

/** Takes an applied import back, after telling in numbers what will go and what will stay. */
export function UndoImport({ companyId, importId, task, inList = false, onDeed }: UndoImportProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const preview = useQuery({ ...undoPreviewQuery({ companyId, importId }), enabled: asking });
  const undo = useMutation({
    mutationFn: () => api.undoImport({ params: { companyId, importId } }),
    onMutate: onDeed,
    onSuccess: (undone) => {
      client.setQueryData(importQuery({ companyId, importId }).queryKey, undone);
      for (const resource of ['imports', 'contractors', 'groups', 'recipients', 'quote'])
        void client.invalidateQueries({ queryKey: [resource, companyId] });
    },
    onError: notifyError,
    onSettled: ask.close,
  });
  return (
    <>
      <SteadyButton
        variant={inList ? 'subtle' : 'default'}
        size={inList ? 'compact-xs' : undefined}
        leftSection={<IconArrowBackUp size={14} />}
        disabled={task !== undefined && !undo.isPending}
        onClick={ask.open}
      >
        {t('imports.undo.button')}
      </SteadyButton>
      <ConfirmDialog
        danger
        opened={asking}
        title={t('imports.undo.title')}
        text={t('imports.undo.text')}
        confirm={t('imports.undo.confirm')}
        loading={undo.isPending}
        barred={!preview.data}
        onClose={ask.close}
        onConfirm={() => undo.mutate()}
      >
        {undo.isPending ? (
          <div role="status">
            <TaskProgress kind="undo" task={task} />
          </div>
        ) : preview.error ? (
          <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          <UndoNumbers undo={preview.data} />
        ) : (
          <div role="status">
            <Text size="sm" c="dimmed" mb={4}>
              {t('imports.undo.counting')}
            </Text>
            <Skeleton height={96} />
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}

import { FileButton, Stack, Text } from '@mantine/core';
import { IMPORT_FILE_MB } from '@goniec/contract/browser';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './import.module.css';
import { TaskProgress } from './progress/task-progress.tsx';
import type { TaskView } from './progress/use-import-tasks.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';

interface FileDropProps {
  /** The file that is being checked just now, and how far that is. */
  readonly checking: File | null;
  readonly task: TaskView | undefined;
  readonly onFile: (file: File) => void;
}

/** Says that a file may be dropped; the button does the same from the keyboard. */
export function FileDrop({ checking, task, onFile }: FileDropProps) {
  const { t } = useTranslation();
  return (
    <div className={css['drop']}>
      <Stack align="center" gap={6}>
        <IconFileSpreadsheet size={34} stroke={1.4} aria-hidden />
        <Text fw={600} role="status" ta="center" style={{ overflowWrap: 'anywhere' }}>
          {checking ? t('imports.drop.checking', { name: checking.name }) : t('imports.drop.label')}
        </Text>
        {checking ? (
          <div className={css['bar']}>
            <TaskProgress kind="check" task={task} />
          </div>
        ) : (
          <Text size="sm" c="dimmed" ta="center">
            {t('imports.drop.or', { megabytes: IMPORT_FILE_MB })}
          </Text>
        )}
        <FileButton accept=".xlsx,.csv,.txt,text/csv,text/plain" onChange={(file) => file && onFile(file)}>
          {(props) => (
            <SteadyButton {...props} mt={4} loading={checking !== null}>
              {t('imports.drop.choose')}
            </SteadyButton>
          )}
        </FileButton>
      </Stack>
    </div>
  );
}

import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TaskProgress } from './task-progress.tsx';
import type { TaskView } from './use-import-tasks.ts';

/** Work on other files, or begun before this page was loaded. */
export function RunningTasks({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('imports.progress.title')}>
      <Title order={2} fz="md">
        {t('imports.progress.title')}
      </Title>
      {tasks.map((task) => (
        <Paper key={task.id} withBorder p="sm">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {task.fileName}
          </Text>
          <TaskProgress kind={task.kind} task={task} />
        </Paper>
      ))}
    </Stack>
  );
}

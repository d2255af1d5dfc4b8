import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import type { TaskView } from './use-import-tasks.ts';

interface TaskProgressProps {
  readonly kind: TaskView['kind'];
  /** Undefined until the server has told of it. */
  readonly task: TaskView | undefined;
}

/** How far long work is: a bar that fills, and the rows in words. */
export function TaskProgress({ kind, task }: TaskProgressProps) {
  const { t } = useTranslation();
  const { done = 0, total = 0 } = task ?? {};
  const text =
    total === 0
      ? t(`imports.progress.begin.${kind}`)
      : t(`imports.progress.${kind}`, { done: formatCount(done), count: total, formatted: formatCount(total) });
  return (
    <div style={{ width: '100%' }}>
      <Text size="sm" mb={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {text}
      </Text>
      <Progress
        value={total === 0 ? 100 : (100 * done) / total}
        animated={total === 0 || done === total}
        size="sm"
        aria-label={t(`imports.progress.begin.${kind}`)}
      />
    </div>
  );
}

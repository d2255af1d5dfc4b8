import { ActionIcon, Badge, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplyImport } from './apply-import.tsx';
import css from './import.module.css';
import type { ImportView } from './import-query.ts';
import { UndoImport } from './undo/undo-import.tsx';
import type { TaskView } from './progress/use-import-tasks.ts';
import { ReadingChoice } from './reading-choice.tsx';
import { DELIMITERS, type ReadOptions } from './reading.ts';

interface ImportHeadProps {
  readonly companyId: string;
  readonly record: ImportView;
  readonly reading: boolean;
  /** While it is written or undone, nothing else can be done with it. */
  readonly task: TaskView | undefined;
  readonly onRead: ((options: ReadOptions) => void) | null;
  /** It is about to be written or undone; the button of that goes as soon as anybody tells that it is. */
  readonly onDeed: () => void;
}

export function ImportHead({ companyId, record, reading, task, onRead, onDeed }: ImportHeadProps) {
  const { t } = useTranslation();
  const { id, fileName, encoding, delimiter, sheet, state, summary, actions } = record;
  const delimiterName = DELIMITERS.find(({ value }) => value === delimiter)?.name;
  const changeable = state === 'checked' && onRead !== null;
  const busy = reading || task !== undefined;
  const hasRejected = summary.rejected > 0 || summary.remarks.some(({ severity }) => severity === 'rejected_value');
  return (
    <Group className={css['head']} gap="sm" align="flex-end">
      <Group gap={6} wrap="nowrap" style={{ flex: '1 1 240px', minWidth: 0 }}>
        <Tooltip label={t('imports.other')}>
          <ActionIcon
            aria-label={t('imports.other')}
            renderRoot={(props) => (
              <Link {...props} to="/firma/$companyId/kontrahenci/import" params={{ companyId }} search={{}} />
            )}
          >
            <IconArrowLeft size={17} />
          </ActionIcon>
        </Tooltip>
        <div style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Title order={1} fz="md" style={{ overflowWrap: 'anywhere' }}>
              {fileName}
            </Title>
            <Badge color={state === 'applied' ? 'teal' : 'gray'} style={{ flex: 'none' }}>
              {t(`imports.state.${state}`)}
            </Badge>
          </Group>
          {changeable ? null : (
            <Text size="xs" c="dimmed">
              {sheet === null
                ? [encoding, delimiterName ? t(`imports.delimiters.${delimiterName}`) : delimiter].join(' · ')
                : t('imports.sheetRead', { sheet })}
              {state === 'checked' ? ` · ${t('imports.fileGone')}` : null}
            </Text>
          )}
        </div>
      </Group>
      {changeable ? <ReadingChoice record={record} reading={busy} onRead={onRead} /> : null}
      <Group gap="xs" ml="auto">
        {hasRejected ? (
          <Button
            variant="default"
            leftSection={<IconDownload size={14} />}
            component="a"
            href={`/api/v1/companies/${companyId}/imports/${id}/rejected.csv`}
            download
          >
            {t('imports.rejectedFile')}
          </Button>
        ) : null}
        {state === 'checked' ? (
          <ApplyImport key={id} companyId={companyId} record={record} barred={busy} task={task} onDeed={onDeed} />
        ) : null}
        {actions.includes('undo') ? (
          <UndoImport key={id} companyId={companyId} importId={id} task={task} onDeed={onDeed} />
        ) : null}
      </Group>
    </Group>
  );
}

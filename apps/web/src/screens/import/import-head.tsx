import { ActionIcon, Badge, Button, Group, Select, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplyImport } from './apply-import.tsx';
import css from './import.module.css';
import type { ImportView } from './import-query.ts';
import { UndoImport } from './undo/undo-import.tsx';
import { DELIMITERS, ENCODINGS, type ReadOptions } from './reading.ts';

interface ImportHeadProps {
  readonly companyId: string;
  readonly record: ImportView;
  readonly reading: boolean;
  readonly onRead: ((options: ReadOptions) => void) | null;
}

export function ImportHead({ companyId, record, reading, onRead }: ImportHeadProps) {
  const { t } = useTranslation();
  const { id, fileName, encoding, delimiter, state, summary, actions } = record;
  const delimiterName = DELIMITERS.find(({ value }) => value === delimiter)?.name;
  const changeable = state === 'checked' && onRead !== null;
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
        <Title order={1} fz="md" style={{ overflowWrap: 'anywhere' }}>
          {fileName}
        </Title>
        <Badge color={state === 'applied' ? 'teal' : 'gray'} style={{ flex: 'none' }}>
          {t(`imports.state.${state}`)}
        </Badge>
      </Group>
      {changeable ? (
        <Group gap="xs">
          <Select
            label={t('imports.encoding')}
            data={ENCODINGS}
            value={encoding}
            allowDeselect={false}
            w={130}
            disabled={reading}
            onChange={(value) => onRead({ encoding: ENCODINGS.find((known) => known === value) })}
          />
          <Select
            label={t('imports.delimiter')}
            data={DELIMITERS.map(({ value, name }) => ({ value, label: t(`imports.delimiters.${name}`) }))}
            value={delimiter}
            allowDeselect={false}
            w={130}
            disabled={reading}
            onChange={(chosen) => onRead({ delimiter: DELIMITERS.find(({ value }) => value === chosen)?.value })}
          />
        </Group>
      ) : (
        <Text size="xs" c="dimmed">
          {[encoding, delimiterName ? t(`imports.delimiters.${delimiterName}`) : delimiter].join(' · ')}
          {state === 'checked' ? `. ${t('imports.fileGone')}` : null}
        </Text>
      )}
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
        {state === 'checked' ? <ApplyImport companyId={companyId} record={record} barred={reading} /> : null}
        {actions.includes('undo') ? <UndoImport companyId={companyId} importId={id} /> : null}
      </Group>
    </Group>
  );
}

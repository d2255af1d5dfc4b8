import { Alert, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { say } from '../../../ui/describe-error.ts';
import { ErrorPanel } from '../../../ui/state-panels.tsx';
import { previewQuery, type ImportView } from '../import-query.ts';
import { FIELDS, namesContractors } from './fields.ts';
import { renameColumn } from './rename-column.ts';

interface ColumnsTabProps {
  readonly companyId: string;
  readonly record: ImportView;
  readonly reading: boolean;
  /** Null when the file cannot be read again. */
  readonly onColumns: ((columns: string) => void) | null;
}

/** What each column was taken for, above the first rows of the file. */
export function ColumnsTab({ companyId, record, reading, onColumns }: ColumnsTabProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(previewQuery({ companyId, importId: record.id }));
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  const hints = record.columns.flatMap(({ header, hint }) => (hint ? [{ header, hint }] : []));
  return (
    <Stack gap="sm" p="md">
      {namesContractors(record.columns) ? null : (
        <Alert color="orange" icon={<IconAlertTriangle size={16} />} title={t('imports.columns.noName')}>
          {t(onColumns ? 'imports.columns.chooseName' : 'imports.fileGone')}
        </Alert>
      )}
      {hints.map(({ header, hint }) => (
        <Text key={header} size="sm">
          <b>{header}</b>: {say(hint)}
        </Text>
      ))}
      <Table.ScrollContainer minWidth={600} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table
          fz="xs"
          withTableBorder
          withColumnBorders
          aria-label={t('imports.columns.title')}
          style={{ whiteSpace: 'nowrap' }}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={64}>
                {t('imports.columns.line')}
              </Table.Th>
              {record.columns.map(({ index, header, field }) => {
                const known = FIELDS.find((each) => each === field);
                const skipped = field === 'ignore' || field === 'fax' || field === 'otherConsent';
                return (
                  <Table.Th key={index}>
                    <Text size="xs" c="dimmed">
                      {header === '' ? t('imports.columns.unnamed') : header}
                    </Text>
                    {onColumns ? (
                      <Select
                        aria-label={t('imports.columns.mapping', { header: header || t('imports.columns.unnamed') })}
                        data={FIELDS.map((value) => ({ value, label: t(`imports.field.${value}`) }))}
                        value={field}
                        allowDeselect={false}
                        readOnly={reading}
                        w={168}
                        mt={2}
                        onChange={(value) => value && onColumns(renameColumn(record.columns, index, value))}
                      />
                    ) : (
                      <Text size="xs" fw={600} c={skipped ? 'dimmed' : undefined}>
                        {known === undefined ? field : t(`imports.field.${known}`)}
                      </Text>
                    )}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data ? (
              data.items.map(({ line, cells }) => (
                <Table.Tr key={line}>
                  <Table.Td ta="right" c="dimmed">
                    {line}
                  </Table.Td>
                  {record.columns.map(({ index }) => (
                    <Table.Td key={index} maw={260} style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                      {cells[index]}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))
            ) : (
              <Table.Tr>
                <Table.Td colSpan={record.columns.length + 1}>
                  <Skeleton height={180} />
                </Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

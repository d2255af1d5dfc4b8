import { Anchor, Badge, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { say } from '../../../ui/describe-error.ts';
import type { ImportView, RowView } from '../import-query.ts';
import { severityOf, SEVERITY_COLOR } from '../severity.ts';
import { OUTCOME_COLOR } from './row-columns.tsx';
import { useFieldName, useFieldValue } from './use-field-name.ts';

interface RowDetailsProps {
  readonly companyId: string;
  readonly record: ImportView;
  readonly row: RowView | null;
  readonly onClose: () => void;
}

/** One row: what it changes, what was noticed, and how it stands in the file. */
export function RowDetails({ companyId, record, row, onClose }: RowDetailsProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('imports.rows.title', { line: row?.line ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row === null ? null : (
        <Stack gap="md">
          <Group gap="xs">
            <Badge color={OUTCOME_COLOR[row.outcome]}>{t(`imports.outcomeOne.${row.outcome}`)}</Badge>
            <Text size="sm" fw={600}>
              {row.name}
            </Text>
            {row.contractorId === null ? null : (
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/firma/$companyId/kontrahenci"
                    params={{ companyId }}
                    search={{ open: row.contractorId ?? undefined }}
                  />
                )}
              >
                {t('imports.rows.contractor')}
              </Anchor>
            )}
          </Group>
          {row.remarks.length === 0 ? null : (
            <section>
              <Title order={3} fz="sm" mb={6}>
                {t('imports.rows.remarks')}
              </Title>
              <Stack gap={8}>
                {row.remarks.map(({ code, severity, column, value, sentence }, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the same remark may be made of two cells
                  <div key={`${code}-${index}`}>
                    <Group gap={8}>
                      <Badge color={SEVERITY_COLOR[severityOf(severity)]}>
                        {t(`imports.remarks.severity.${severityOf(severity)}`)}
                      </Badge>
                      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                        {severity === 'rejected_row' ? column : [column, value].filter(Boolean).join(': ')}
                      </Text>
                    </Group>
                    <Text size="sm">{say(sentence)}</Text>
                  </div>
                ))}
              </Stack>
            </section>
          )}
          <RowUndone row={row} />
          <RowChanges row={row} />
          <section>
            <Title order={3} fz="sm" mb={6}>
              {t('imports.rows.cells')}
            </Title>
            <Table fz="xs">
              <Table.Tbody>
                {record.columns.map(({ index, header }) => (
                  <Table.Tr key={index}>
                    <Table.Th scope="row" w="40%">
                      {header === '' ? t('imports.columns.unnamed') : header}
                    </Table.Th>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.cells[index]}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        </Stack>
      )}
    </Drawer>
  );
}

function RowUndone({ row: { undo } }: { readonly row: RowView }) {
  const { t } = useTranslation();
  if (undo === null) return null;
  return (
    <section>
      <Title order={3} fz="sm" mb={6}>
        {t('imports.undo.rowTitle')}
      </Title>
      <Badge color={undo.result === 'back' ? 'gray' : 'orange'}>{t(`imports.undo.result.${undo.result}`)}</Badge>
      {undo.reasons.map(({ code, sentence, action }) => (
        <Text key={code} size="sm" mt={4}>
          {say(sentence)}
          {action === null ? null : ` ${say(action)}`}
        </Text>
      ))}
    </section>
  );
}

function RowChanges({ row }: { readonly row: RowView }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const fieldValue = useFieldValue();
  if (row.outcome === 'rejected') return null;
  return (
    <section>
      <Title order={3} fz="sm" mb={6}>
        {t('imports.rows.changes')}
      </Title>
      {row.changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('imports.rows.noChanges')}
        </Text>
      ) : (
        <Table fz="xs">
          <Table.Tbody>
            {row.changes.map(({ field, before, after }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two contacts may change in the same field
              <Table.Tr key={`${field}-${index}`}>
                <Table.Th scope="row" w="40%">
                  {fieldName(field)}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {before === null ? null : (
                    <Text span inherit c="dimmed" td="line-through">
                      {fieldValue(field, before)}
                    </Text>
                  )}{' '}
                  {after === null ? t('imports.rows.nothing') : fieldValue(field, after)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

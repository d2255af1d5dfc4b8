import { Alert, Anchor, Badge, Group, SimpleGrid, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';
import css from '../import.module.css';
import type { ImportView } from '../import-query.ts';
import { OUTCOMES, type Outcome } from '../import-search.ts';
import { UndoNumbers } from '../undo/undo-numbers.tsx';
import { severityOf, SEVERITY_COLOR } from '../severity.ts';

interface SummaryTabProps {
  readonly record: ImportView;
  readonly onOutcome: (outcome: Outcome) => void;
  /** Shows the rows with this remark. */
  readonly onRemark: (code: string) => void;
}

/** The dry run in numbers; each outcome and each remark leads to its rows. */
export function SummaryTab({ record: { summary, undo }, onOutcome, onRemark }: SummaryTabProps) {
  const { t } = useTranslation();
  const { contacts, numbers, consents } = summary;
  // About the reading of the whole file, and last in a long list: it is said first.
  const lost = summary.remarks.find(({ code }) => code === 'lost_letters');
  const line = (label: string, parts: readonly (readonly [string, number])[]) => (
    <Table.Tr key={label}>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td>
        {parts.map(([name, count]) => (
          <Text key={name} span size="sm" mr="md" display="inline-block" c={count === 0 ? 'dimmed' : undefined}>
            {name} <b>{formatCount(count)}</b>
          </Text>
        ))}
      </Table.Td>
    </Table.Tr>
  );
  return (
    <Stack gap="md" p="md" maw={980}>
      {lost ? (
        <Alert color="orange" icon={<IconAlertTriangle size={16} />}>
          {say(lost.sentence)}
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {OUTCOMES.map((outcome) => (
          <UnstyledButton key={outcome} className={css['tile']} onClick={() => onOutcome(outcome)}>
            <div className={css['number']}>{formatCount(summary[outcome])}</div>
            <Text size="sm" c={outcome === 'rejected' && summary.rejected > 0 ? 'var(--goniec-bad)' : 'dimmed'}>
              {t(`imports.outcome.${outcome}`)}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      {undo ? (
        <section>
          <Title order={2} fz="md" mb="xs">
            {t('imports.undo.numbers')}
          </Title>
          <UndoNumbers undo={undo} />
        </section>
      ) : null}
      <Table style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Tbody>
          {line(t('imports.sums.contacts'), [
            [t('imports.sums.contactCreate'), contacts.create],
            [t('imports.sums.contactUpdate'), contacts.update],
            [t('imports.sums.contactSame'), contacts.same],
          ])}
          {line(t('imports.sums.numbers'), [
            [t('imports.sums.mobile'), numbers.mobile],
            [t('imports.sums.landline'), numbers.landline],
            [t('imports.sums.otherNumbers'), numbers.other],
            [t('imports.sums.faulty'), numbers.faulty],
          ])}
          {line(t('imports.sums.consents'), [
            [t('imports.sums.given'), consents.given],
            [t('imports.sums.withdrawn'), consents.withdrawn],
            [t('imports.sums.keptWithdrawn'), consents.keptWithdrawn],
          ])}
        </Table.Tbody>
      </Table>
      <div>
        <Title order={2} fz="md" mb="xs">
          {t('imports.remarks.title')}
        </Title>
        {summary.remarks.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('imports.remarks.none')}
          </Text>
        ) : (
          <Stack component="ul" gap={10} m={0} p={0} style={{ listStyle: 'none' }}>
            {summary.remarks.map(({ code, severity, count, sentence }) => (
              <li key={code}>
                <Group gap={8}>
                  <Badge color={SEVERITY_COLOR[severityOf(severity)]}>
                    {t(`imports.remarks.severity.${severityOf(severity)}`)}
                  </Badge>
                  <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
                    × {formatCount(count)}
                  </Text>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    aria-label={`${t('imports.remarks.show')}: ${say(sentence)}`}
                    onClick={() => onRemark(code)}
                  >
                    {t('imports.remarks.show')}
                  </Anchor>
                </Group>
                <Text size="sm">{say(sentence)}</Text>
              </li>
            ))}
          </Stack>
        )}
      </div>
    </Stack>
  );
}

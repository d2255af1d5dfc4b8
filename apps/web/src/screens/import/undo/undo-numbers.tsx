import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';
import type { UndoView } from '../import-query.ts';

/** What goes back, what stays, and why. */
export function UndoNumbers({ undo }: { readonly undo: UndoView }) {
  const { t } = useTranslation();
  const { contractors, contacts, consents, reasons } = undo;
  const line = (label: string, [goes, returns, stays]: readonly [number, number | null, number]) => (
    <Table.Tr key={label}>
      <Table.Th scope="row">{label}</Table.Th>
      {[goes, returns, stays].map((count, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- three numbers in their order
        <Table.Td key={index} ta="right" c={count === 0 ? 'dimmed' : undefined}>
          {count === null ? '–' : formatCount(count)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
  return (
    <Stack gap="xs">
      <Table fz="sm" style={{ fontVariantNumeric: 'tabular-nums' }} aria-label={t('imports.undo.numbers')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {(['goes', 'returns', 'stays'] as const).map((each) => (
              <Table.Th key={each} ta="right">
                {t(`imports.undo.${each}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {line(t('imports.undo.contractors'), [contractors.removed, contractors.restored, contractors.kept])}
          {line(t('imports.sums.contacts'), [contacts.removed, contacts.restored, contacts.kept])}
          {line(t('imports.sums.consents'), [consents.annulled, null, consents.kept])}
        </Table.Tbody>
      </Table>
      {reasons.length === 0 ? null : (
        <div>
          <Text size="sm" fw={600}>
            {t('imports.undo.why')}
          </Text>
          <Stack component="ul" gap={4} m={0} pl="md">
            {reasons.map(({ code, count, sentence, action }) => (
              <Text component="li" key={code} size="sm">
                {t('imports.undo.rows', { count, formatted: formatCount(count) })} {say(sentence)}
                {action === null ? null : ` ${say(action)}`}
              </Text>
            ))}
          </Stack>
        </div>
      )}
    </Stack>
  );
}

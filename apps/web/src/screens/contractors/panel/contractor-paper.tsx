import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fact } from '../../../ui/fact.tsx';
import { ConsentBadge } from './consent-badge.tsx';
import type { ContractorView } from './contractor-query.ts';
import { PhoneLine } from './phone-line.tsx';

/** The contractor on paper: what is saved of it and its contacts, whichever tab is open. */
export function ContractorPaper({ contractor }: { readonly contractor: ContractorView }) {
  const { t } = useTranslation();
  const { groups, contacts, postalCode, city, country, ...data } = contractor;
  const facts = [
    ...(['name', 'shortName', 'code', 'nip', 'street'] as const).map((field) => [field, data[field]] as const),
    ['city', [postalCode, city, country].filter(Boolean).join(' ')] as const,
    ['groups', groups.join(', ')] as const,
  ];
  return (
    <Stack className="print-only" gap="xs">
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs" mb="md">
        {facts.map(([field, value]) =>
          value ? (
            <Fact key={field} label={t(`contractor.data.${field}`)}>
              {value}
            </Fact>
          ) : null,
        )}
      </SimpleGrid>
      <Text fw={650}>{t('contractor.tabs.contacts')}</Text>
      {contacts.map((contact) => (
        <Group key={contact.id} gap="md">
          <Text size="sm" fw={600}>
            {contact.name ?? t('contractor.contacts.unnamed')}
          </Text>
          <Text size="sm">{contact.role}</Text>
          <PhoneLine contact={contact} />
          <ConsentBadge contact={contact} />
          <Text size="sm">{contact.email}</Text>
        </Group>
      ))}
    </Stack>
  );
}

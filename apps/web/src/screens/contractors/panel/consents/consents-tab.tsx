import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatePanel } from '../../../../ui/state-panels.tsx';
import { ConsentBadge } from '../consent-badge.tsx';
import type { ContractorView } from '../contractor-query.ts';
import { PhoneLine } from '../phone-line.tsx';
import type { Unsaved } from '../use-unsaved.ts';
import { NumberConsents } from './number-consents.tsx';

interface ConsentsTabProps {
  readonly companyId: string;
  readonly contractor: ContractorView;
  readonly unsaved: Unsaved;
  readonly onContacts: () => void;
}

/** *Zgody*: the ledger of every number of the contractor, and what can be added to it. */
export function ConsentsTab({ companyId, contractor, unsaved, onContacts }: ConsentsTabProps) {
  const { t } = useTranslation();
  const withNumber = contractor.contacts.filter(({ phone }) => phone !== null);
  const [first] = withNumber;
  if (first === undefined)
    return (
      <StatePanel
        icon={IconShieldQuestion}
        title={t('contractor.consents.empty')}
        hint={t('contractor.consents.emptyHint')}
      >
        <Button variant="default" onClick={onContacts}>
          {t('contractor.consents.toContacts')}
        </Button>
      </StatePanel>
    );
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('contractor.consents.hint')}
      </Text>
      <Accordion variant="separated" multiple defaultValue={[first.id]} keepMounted={false} chevronSize={16}>
        {withNumber.map((contact) => (
          <Accordion.Item key={contact.id} value={contact.id}>
            <Accordion.Control py={0} px="sm">
              <Group gap="xs" justify="space-between" pr="xs">
                <div>
                  <Text size="sm" fw={600}>
                    {contact.name ?? t('contractor.contacts.unnamed')}
                  </Text>
                  <PhoneLine contact={contact} />
                </div>
                <ConsentBadge contact={contact} />
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <NumberConsents companyId={companyId} contact={contact} unsaved={unsaved} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

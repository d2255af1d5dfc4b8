import { Tabs, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { usePrinting } from '../../../ui/use-printing.ts';
import { TABS } from '../contractors-search.ts';
import { ConsentsTab } from './consents/consents-tab.tsx';
import { ContactsTab } from './contacts/contacts-tab.tsx';
import { ContractorPaper } from './contractor-paper.tsx';
import type { ContractorView } from './contractor-query.ts';
import { ContractorData } from './data/contractor-data.tsx';
import { MessagesTab } from './messages/messages-tab.tsx';
import type { Unsaved } from './use-unsaved.ts';

interface ContractorTabsProps {
  readonly companyId: string;
  readonly contractor: ContractorView;
  readonly unsaved: Unsaved;
  readonly onDeleted: () => void;
}

/** The tabs that are printed as they stand; of the others paper has its own words. */
const PRINTED: readonly string[] = ['zgody', 'wiadomosci'];

/** Forms stay as they are while another tab is looked at; lists are read when their tab is opened. */
export function ContractorTabs({ companyId, contractor, unsaved, onDeleted }: ContractorTabsProps) {
  const { t } = useTranslation();
  const tab = useSearch({ from: '/firma/$companyId/kontrahenci' }).tab ?? 'dane';
  const navigate = useNavigate({ from: '/firma/$companyId/kontrahenci' });
  const printing = usePrinting();
  const go = (value: string | null) => {
    const next = TABS.find((known) => known === value);
    void navigate({ search: (now) => ({ ...now, tab: next === 'dane' ? undefined : next }), replace: true });
  };
  return (
    <>
      {printing === null ? null : <ContractorPaper contractor={contractor} />}
      <Tabs
        className={PRINTED.includes(tab) ? '' : 'no-print'}
        value={tab}
        onChange={go}
        keepMounted={false}
        styles={{ tab: { paddingInline: 10 } }}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="dane">{t('contractor.tabs.data')}</Tabs.Tab>
          <Tabs.Tab value="kontakty" rightSection={<Count count={contractor.contacts.length} />}>
            {t('contractor.tabs.contacts')}
          </Tabs.Tab>
          <Tabs.Tab value="zgody">{t('contractor.tabs.consents')}</Tabs.Tab>
          <Tabs.Tab value="wiadomosci">{t('contractor.tabs.messages')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="dane" keepMounted>
          <ContractorData companyId={companyId} contractor={contractor} unsaved={unsaved} onDeleted={onDeleted} />
        </Tabs.Panel>
        <Tabs.Panel value="kontakty" keepMounted>
          <ContactsTab companyId={companyId} contractor={contractor} unsaved={unsaved} shown={tab === 'kontakty'} />
        </Tabs.Panel>
        <Tabs.Panel value="zgody">
          <ConsentsTab
            companyId={companyId}
            contractor={contractor}
            unsaved={unsaved}
            onContacts={() => go('kontakty')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="wiadomosci">
          <MessagesTab companyId={companyId} contractorId={contractor.id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Count({ count }: { readonly count: number }) {
  return (
    <Text span size="xs" c="dimmed">
      {formatCount(count)}
    </Text>
  );
}

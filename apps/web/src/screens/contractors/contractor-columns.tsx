import type { Contract, Result } from '@goniec/contract';
import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { formatTime } from '../../i18n/format.ts';
import { formatPhone } from '../../i18n/format-phone.ts';

export type ContractorView = Result<Contract['listContractors']>['items'][number];
type ContactView = ContractorView['contacts'][number];

/** The contact that would be proposed: the first mobile number, the primary contact before others. */
export function proposedContact({ contacts }: ContractorView): ContactView | undefined {
  const byUse = (contact: ContactView) => (contact.phoneKind === 'mobile' ? 0 : 2) + (contact.isPrimary ? 0 : 1);
  return contacts.toSorted((a, b) => byUse(a) - byUse(b))[0];
}

const COLOR = { active: 'teal', withdrawn: 'red', none: 'gray' } as const;

export function useContractorColumns(): readonly GridColumn<ContractorView>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'code',
      unbroken: true,
      header: t('directory.columns.code'),
      width: 96,
      sortable: true,
      hiddenBelow: 720,
      render: ({ code }) => code,
    },
    {
      id: 'name',
      header: t('directory.columns.name'),
      width: 150,
      grows: true,
      fixed: true,
      sortable: true,
      render: ({ name }) => <span title={name}>{name}</span>,
    },
    {
      id: 'shortName',
      header: t('directory.columns.shortName'),
      width: 150,
      optional: true,
      render: ({ shortName }) => shortName,
    },
    {
      id: 'nip',
      unbroken: true,
      header: t('directory.columns.nip'),
      width: 108,
      sortable: true,
      hiddenBelow: 900,
      render: ({ nip }) => nip,
    },
    {
      id: 'city',
      header: t('directory.columns.city'),
      width: 130,
      sortable: true,
      hiddenBelow: 560,
      render: ({ city }) => city,
    },
    {
      id: 'address',
      header: t('directory.columns.address'),
      width: 190,
      optional: true,
      render: ({ street, postalCode }) => [street, postalCode].filter(Boolean).join(', '),
    },
    {
      id: 'phone',
      unbroken: true,
      header: t('directory.columns.phone'),
      width: 138,
      render: (contractor) => <PhoneCell contact={proposedContact(contractor)} />,
    },
    {
      id: 'consent',
      header: t('directory.columns.consent'),
      width: 108,
      hiddenBelow: 440,
      render: (contractor) => {
        const contact = proposedContact(contractor);
        if (!contact?.phone) return null;
        if (contact.suppressed) return <Badge color="red">{t('directory.consent.suppressed')}</Badge>;
        return <Badge color={COLOR[contact.consent]}>{t(`directory.consent.${contact.consent}`)}</Badge>;
      },
    },
    {
      id: 'groups',
      header: t('directory.columns.groups'),
      width: 150,
      hiddenBelow: 1080,
      render: ({ groups }) => <span title={groups.join(', ')}>{groups.join(', ')}</span>,
    },
    {
      id: 'contacts',
      header: t('directory.columns.contacts'),
      width: 84,
      align: 'right',
      hiddenBelow: 940,
      render: ({ contacts }) => contacts.length,
    },
    {
      id: 'email',
      header: t('directory.columns.email'),
      width: 190,
      optional: true,
      render: (contractor) =>
        proposedContact(contractor)?.email ?? contractor.contacts.find(({ email }) => email)?.email,
    },
    {
      id: 'updatedAt',
      unbroken: true,
      header: t('directory.columns.updatedAt'),
      width: 126,
      optional: true,
      render: ({ updatedAt }) => formatTime(updatedAt),
    },
  ];
}

function PhoneCell({ contact }: { readonly contact: ContactView | undefined }) {
  const { t } = useTranslation();
  if (contact?.phone) return formatPhone(contact.phone);
  if (contact?.phoneFault)
    return (
      <Text span inherit c="var(--goniec-bad)" title={t('directory.faulty')}>
        {contact.phoneRaw}
      </Text>
    );
  return (
    <Text span inherit c="dimmed">
      {t('directory.noPhone')}
    </Text>
  );
}

import type { Contract, Result } from '@goniec/contract';
import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameActor } from '../../../../i18n/name-actor.ts';
import { formatDay, formatTime } from '../../../../i18n/format.ts';
import { formatPhone } from '../../../../i18n/format-phone.ts';
import { ErrorPanel } from '../../../../ui/state-panels.tsx';
import { consentsQuery, type ContactView } from '../contractor-query.ts';
import { ConsentSource } from './consent-source.tsx';
import { WAYS_KNOWN } from './ways.ts';

type Entry = Result<Contract['listConsentEvents']>['items'][number];

const COLOR = {
  given: 'teal',
  confirmed: 'teal',
  imported: 'teal',
  withdrawn: 'red',
  expired: 'gray',
  annulled: 'gray',
} as const;

/** The ledger of a number, newest first: nothing in it is ever changed. */
export function ConsentLedger({ companyId, contact }: { readonly companyId: string; readonly contact: ContactView }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(consentsQuery(companyId, contact.id));
  if (!data) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <Skeleton height={34} />;
  if (data.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('contractor.consents.ledgerEmpty')}
      </Text>
    );
  return (
    <Stack
      component="ul"
      gap={8}
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
      aria-label={t('contractor.consents.ledger', { phone: formatPhone(contact.phone ?? '') })}
    >
      {data.items.map((entry) => (
        <li key={entry.id}>
          <LedgerEntry companyId={companyId} entry={entry} />
        </li>
      ))}
    </Stack>
  );
}

function LedgerEntry({ companyId, entry }: { readonly companyId: string; readonly entry: Entry }) {
  const { t } = useTranslation();
  const way = WAYS_KNOWN.find((known) => known === entry.how);
  const how = way === undefined ? entry.how : t(`contractor.consents.ways.${way}`);
  return (
    <div>
      <Group gap={8}>
        <Badge color={COLOR[entry.event]}>{t(`contractor.consents.events.${entry.event}`)}</Badge>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {entry.effectiveAt === null ? t('contractor.consents.unknownDay') : formatDay(entry.effectiveAt)}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {how}
          <ConsentSource companyId={companyId} source={entry.source} />
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('contractor.consents.recorded', {
          at: formatTime(entry.recordedAt),
          by: nameActor(entry.recordedBy, entry.recordedByName),
        })}
      </Text>
    </div>
  );
}

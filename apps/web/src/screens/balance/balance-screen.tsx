import { Alert, Button, Group, Paper, SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import { IconExternalLink, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { balanceQuery } from '../../api/queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatCount, formatMoney, formatPoints, formatTime } from '../../i18n/format.ts';
import { balance } from '../../i18n/pl/balance.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { say } from '../../ui/describe-error.ts';
import { ErrorPanel, LoadingPanel } from '../../ui/state-panels.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';

addPolish({ balance, settings });

/** The chart's library is large and only this screen draws. */
const BalanceChart = lazy(async () => ({ default: (await import('./balance-chart.tsx')).BalanceChart }));

const READINGS = 500;

/** *Stan konta*: what is left, what it buys, how it went, and where to buy more. */
export function BalanceScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, error, isFetching, refetch } = useQuery(balanceQuery(companyId));
  const readings = useQuery({
    queryKey: ['balance', companyId, 'readings'],
    queryFn: ({ signal }) => api.listBalanceReadings({ params: { companyId }, query: { limit: READINGS } }, { signal }),
  });
  if (!data) return error ? <ErrorPanel page error={error} onRetry={() => void refetch()} /> : <LoadingPanel page />;
  return (
    <SettingsPage title={t('balance.title')} hint={t('balance.readAt', { at: formatTime(data.readAt) })}>
      {data.notice ? (
        <Alert color="orange">
          {say(data.notice.sentence)} {data.notice.action ? say(data.notice.action) : null}
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Figure label={t('balance.points')} value={data.points === null ? '—' : formatPoints(data.points)} />
        <Figure
          label={t('balance.parts')}
          value={data.partsAffordable === null ? '—' : formatCount(data.partsAffordable)}
        />
        <Figure label={t('balance.value')} value={data.value === null ? '—' : formatMoney(data.value)} />
      </SimpleGrid>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconRefresh size={14} />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          {t('common.refresh')}
        </Button>
        {data.canBuy && data.buyUrl !== null ? (
          <Button
            component="a"
            href={data.buyUrl}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={14} />}
          >
            {t('balance.buy')}
          </Button>
        ) : null}
        <Text size="sm" c="dimmed">
          {data.testAccount ? t('balance.testAccount') : t('balance.payment', { type: data.paymentType })}
        </Text>
      </Group>
      <div>
        <Title order={2} fz="md" mb="xs">
          {t('balance.history')}
        </Title>
        {readings.data && readings.data.items.length < 2 ? (
          <Text size="sm" c="dimmed">
            {t('balance.noHistory')}
          </Text>
        ) : (
          <Suspense fallback={<Skeleton height={240} />}>
            {readings.data ? <BalanceChart readings={readings.data.items} /> : <Skeleton height={240} />}
          </Suspense>
        )}
      </div>
    </SettingsPage>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Paper withBorder p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={22} fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
    </Paper>
  );
}

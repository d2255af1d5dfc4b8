import { Group, Paper, SegmentedControl, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount, formatPoints, formatTime } from '../../i18n/format.ts';
import { ErrorPanel } from '../../ui/state-panels.tsx';
import { PERIODS, type Period } from './balance-search.ts';

/** The chart's library is large and only this screen draws. */
const BalanceChart = lazy(async () => ({ default: (await import('./balance-chart.tsx')).BalanceChart }));

const USUAL: Period = '30';

/** A sentence, the chart and the way to its table, in pixels: nothing below them moves when they come. */
const HEIGHT = 326;

/** How the balance went over a period, what goes in a day, and how long the rest will do. */
export function BalanceHistory({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { dni: days = USUAL } = useSearch({ from: '/firma/$companyId/stan-konta' });
  const { data, error, refetch } = useQuery({
    queryKey: ['balance', companyId, 'history', days],
    queryFn: ({ signal }) => api.getBalanceHistory({ params: { companyId }, query: { days } }, { signal }),
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} fz="md">
            {t('balance.history')}
          </Title>
          <SegmentedControl
            aria-label={t('balance.period')}
            data={PERIODS.map((period) => ({ value: period, label: t('balance.days', { count: Number(period) }) }))}
            value={days}
            onChange={(value) =>
              void navigate({
                to: '/firma/$companyId/stan-konta',
                params: { companyId },
                search: { dni: PERIODS.find((period) => period === value) ?? USUAL },
                replace: true,
              })
            }
          />
        </Group>
        {data ? (
          data.items.length < 2 ? (
            <Text size="sm" c="dimmed">
              {t(data.items.length === 0 ? 'balance.noHistory' : 'balance.oneReading')}
            </Text>
          ) : (
            <>
              <Text size="sm">
                {data.spentPerDay === null
                  ? t('balance.tooEarly')
                  : t('balance.perDay', { formatted: formatPoints(data.spentPerDay) })}{' '}
                {data.daysLeft === null
                  ? null
                  : t('balance.daysLeft', { count: data.daysLeft, formatted: formatCount(data.daysLeft) })}
              </Text>
              <Suspense fallback={<Skeleton height={260} />}>
                <BalanceChart readings={data.items} />
              </Suspense>
              <Text size="sm" component="details">
                <summary>{t('balance.table')}</summary>
                <Table maw={420} mt="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('balance.when')}</Table.Th>
                      <Table.Th ta="right">{t('balance.points')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {data.items.toReversed().map(({ points, readAt }) => (
                      <Table.Tr key={readAt}>
                        <Table.Td>{formatTime(readAt)}</Table.Td>
                        <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
                          {formatPoints(points)}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Text>
            </>
          )
        ) : error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={HEIGHT} />
        )}
      </Stack>
    </Paper>
  );
}

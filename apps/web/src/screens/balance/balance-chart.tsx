import '@mantine/charts/styles.layer.css';
import { AreaChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { formatPoints, formatTime } from '../../i18n/format.ts';

interface BalanceChartProps {
  /** Newest first, as the API gives them. */
  readonly readings: readonly { readonly points: number | null; readonly readAt: string }[];
}

export function BalanceChart({ readings }: BalanceChartProps) {
  const { t } = useTranslation();
  const data = readings
    .toReversed()
    .flatMap(({ points, readAt }) => (points === null ? [] : [{ at: formatTime(readAt), points }]));
  return (
    <AreaChart
      h={240}
      data={data}
      dataKey="at"
      series={[{ name: 'points', label: t('balance.points'), color: 'indigo.6' }]}
      curveType="stepAfter"
      withDots={false}
      tickLine="none"
      valueFormatter={formatPoints}
      yAxisProps={{ width: 80 }}
      role="img"
      aria-label={t('balance.history')}
    />
  );
}

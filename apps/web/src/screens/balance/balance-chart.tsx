import '@mantine/charts/styles.layer.css';
import { AreaChart, ChartTooltip } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { formatSince } from '../../i18n/format-clock.ts';
import { formatCount, formatDay, formatPoints, formatTime } from '../../i18n/format.ts';

const POINTS = 10_000;

/** Over so short a time the days alone would all be the same. */
const SHORT_MS = 48 * 3_600_000;

interface BalanceChartProps {
  /** Oldest first. */
  readonly readings: readonly { readonly points: number; readonly readAt: string }[];
}

/** How the balance went; the same numbers are in the table below, for whoever does not see a line. */
export function BalanceChart({ readings }: BalanceChartProps) {
  const series = useSeries();
  const [first, last] = [readings[0], readings.at(-1)];
  const isShort = first && last && Date.parse(last.readAt) - Date.parse(first.readAt) < SHORT_MS;
  return (
    <div aria-hidden>
      <AreaChart
        h={260}
        data={readings.map(({ points, readAt }) => ({ at: readAt, points }))}
        dataKey="at"
        series={series}
        curveType="stepAfter"
        // the table below is for the keyboard: what is hidden must not take it
        areaChartProps={{ accessibilityLayer: false }}
        withDots={readings.length < 3}
        tickLine="none"
        valueFormatter={formatPoints}
        xAxisProps={{
          tickFormatter: isShort ? formatSinceNow : formatDay,
          minTickGap: 36,
          interval: 'preserveStartEnd',
        }}
        yAxisProps={{ width: 64, tickFormatter: (value: number) => formatCount(Math.round(value / POINTS)) }}
        tooltipProps={{
          content: BalanceTooltip,
        }}
      />
    </div>
  );
}

const formatSinceNow = (time: string): string => formatSince(time);

interface BalanceTooltipProps {
  readonly label?: unknown;
  readonly payload?: readonly object[];
}

function BalanceTooltip({ label, payload = [] }: BalanceTooltipProps) {
  const series = useSeries();
  return (
    <ChartTooltip
      label={typeof label === 'string' ? formatTime(label) : ''}
      payload={payload.map((entry) => ({ ...entry }))}
      series={series}
      valueFormatter={formatPoints}
    />
  );
}

function useSeries() {
  const { t } = useTranslation();
  return [{ name: 'points', label: t('balance.points'), color: 'indigo.5' }];
}

import '@mantine/charts/styles.layer.css';
import { AreaChart, ChartTooltip } from '@mantine/charts';
import { timeTicks } from 'd3-time';
import { useTranslation } from 'react-i18next';
import { formatBrief, formatClock } from '../../i18n/format-clock.ts';
import { formatCount, formatPoints, formatTime } from '../../i18n/format.ts';

const POINTS = 10_000;

/** About so many marks of time fit under the chart of a phone. */
const TICKS = 6;

interface BalanceChartProps {
  /** Oldest first. */
  readonly readings: readonly { readonly points: number; readonly readAt: string }[];
}

/** How the balance went; the same numbers are in the table below, for whoever does not see a line. */
export function BalanceChart({ readings }: BalanceChartProps) {
  const series = useSeries();
  return (
    <div aria-hidden>
      <AreaChart
        h={260}
        data={readings.map(({ points, readAt }) => ({ at: Date.parse(readAt), points }))}
        dataKey="at"
        series={series}
        curveType="stepAfter"
        // the table below is for the keyboard: what is hidden must not take it
        areaChartProps={{ accessibilityLayer: false }}
        // drawn at once, also for the width of paper
        areaProps={{ isAnimationActive: false }}
        withDots={readings.length < 3}
        tickLine="none"
        valueFormatter={formatPoints}
        xAxisProps={{
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          ticks: ticksOf(readings),
          tickFormatter: formatTick,
          minTickGap: 36,
        }}
        yAxisProps={{ width: 64, tickFormatter: (value: number) => formatCount(Math.round(value / POINTS)) }}
        tooltipProps={{
          content: BalanceTooltip,
        }}
      />
    </div>
  );
}

/** Where days, hours or minutes begin, whichever are few enough. */
function ticksOf(readings: BalanceChartProps['readings']): number[] {
  const [first, last] = [readings[0], readings.at(-1)];
  return first && last ? timeTicks(new Date(first.readAt), new Date(last.readAt), TICKS).map(Number) : [];
}

/** The day where one begins, the hour elsewhere. */
function formatTick(at: number): string {
  const moment = new Date(at);
  const time = moment.toISOString();
  return moment.getHours() + moment.getMinutes() === 0 ? formatBrief(time, new Date(0)) : formatClock(time);
}

interface BalanceTooltipProps {
  readonly label?: unknown;
  readonly payload?: readonly object[];
}

function BalanceTooltip({ label, payload = [] }: BalanceTooltipProps) {
  const series = useSeries();
  return (
    <ChartTooltip
      label={typeof label === 'number' ? formatTime(new Date(label).toISOString()) : ''}
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

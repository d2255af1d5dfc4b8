import type { Campaign } from '../api/shapes.ts';
import { factLines } from '../format/facts.ts';
import { formatCount, formatPoints, formatShare } from '../format/numbers.ts';
import type { Paint, Tone } from '../format/paint.ts';
import { deliveries, handovers, keysOf } from '../format/states.ts';
import { tableLines } from '../format/table.ts';

/** What the demonstration came to, for people and programs. */
export interface DemoResult {
  readonly campaign: Campaign;
  /** Points on the account, null when the account does not say. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Whether the account lost exactly what the gateway said it charged. */
export const isExact = ({ campaign, before, after }: DemoResult): boolean =>
  before !== null && after !== null && before - after === campaign.sums.billedPoints;

/** The final table: both stages, which add up to all messages; then the money. */
export function resultLines(result: DemoResult, width: number, paint: Paint): string[] {
  const { sums } = result.campaign;
  const total = sums.messages;
  const rows: { stage: string; name: string; count: number; whole: number; tone: Tone | null }[] = [
    ...keysOf(handovers)
      .filter((key) => sums.handover[key] > 0)
      .map((key) => ({ stage: 'Status SMS', ...handovers[key], count: sums.handover[key], whole: total })),
    ...keysOf(deliveries)
      .filter((key) => key !== 'none' && sums.delivery[key] > 0)
      .map((key) => ({
        stage: 'Status doręczenia',
        ...deliveries[key],
        ...(key === 'pending' ? { name: 'Jeszcze bez raportu' } : {}),
        count: sums.delivery[key],
        whole: sums.handover.accepted,
      })),
  ];
  return [
    ...tableLines(
      [
        { title: 'Etap', value: ({ stage }) => stage },
        { title: 'Stan', value: ({ name }) => name, tone: ({ tone }) => tone },
        { title: 'Wiadomości', value: ({ count }) => formatCount(count), align: 'right' },
        { title: 'Udział', value: ({ count, whole }) => formatShare(count, whole), align: 'right' },
      ],
      rows,
      width,
      paint,
    ),
    '',
    ...factLines(moneyFacts(result, paint)),
  ];
}

const show = (points: number | null): string => (points === null ? 'konto go nie podaje' : formatPoints(points));

function moneyFacts(result: DemoResult, paint: Paint): (readonly [string, string])[] {
  const { campaign, before, after } = result;
  return [
    ['Wiadomości', formatCount(campaign.sums.messages)],
    ['Części', formatCount(campaign.sums.parts)],
    ['Wyceniono', formatPoints(campaign.sums.points)],
    ['Bramka pobrała', formatPoints(campaign.sums.billedPoints)],
    ['Stan konta przed', show(before)],
    [
      'Stan konta po',
      `${show(after)}${isExact(result) ? paint('good', '  ✓ ubyło dokładnie tyle, ile pobrano') : paint('bad', '  ✗ ubyło co innego, niż pobrano')}`,
    ],
  ];
}

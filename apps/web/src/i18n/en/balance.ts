import type { balance as pl } from '../pl/balance.ts';
import type { Translation } from '../translation.ts';

export const balance: Translation<typeof pl> = {
  title: 'Balance',
  readAt: 'Read {{at}}',
  points: 'Points',
  parts: 'Enough for SMS parts',
  value: 'Net value',
  buy: 'Buy points',
  postpaid:
    'This account does not use up points that were bought: the gateway charges for SMS afterwards, so nobody knows how many more it will do for. Sending does not stop for want of points.',
  history: 'History',
  period: 'Period',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  stale: 'The figures below are of {{at}}.',
  noHistory: 'There is no reading of the balance in this period yet.',
  oneReading:
    'There is one reading so far. More come every quarter of an hour and after each campaign; then there is a chart.',
  tooEarly: 'The average is known after the first day.',
  perDay: '{{formatted}} points a day on average.',
  daysLeft_one: 'At this pace it will do for about {{formatted}} day.',
  daysLeft_other: 'At this pace it will do for about {{formatted}} days.',
  table: 'Show as a table',
  when: 'Read at',
  limit: 'The limit below which Goniec warns that points run low is set in the',
  toSettings: 'settings of the gateway',
};

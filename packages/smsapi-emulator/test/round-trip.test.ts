import { parseReports, type DeliveryReport } from '@goniec/smsapi';
import { describe, expect, it } from 'vitest';
import { createManualClock, type EmulatorOptions } from '../src/index.ts';
import { GOOD, listOf, send, start, startReceiver } from './support.ts';

/** Everything that was reported on the way of these messages, as the client of this repository reads it. */
const reportsOf = async (
  fields: Readonly<Record<string, unknown>>,
  options: EmulatorOptions = {},
): Promise<{ items: readonly Readonly<Record<string, unknown>>[]; reports: readonly DeliveryReport[] }> => {
  const receiver = await startReceiver();
  const clock = createManualClock();
  const emulator = await start({ clock, reportUrl: receiver.url, account: { username: 'firma' }, ...options });
  const items = listOf(await send(emulator, fields));
  await emulator.advance(7 * 86_400_000);
  await emulator.idle();
  return { items, reports: receiver.calls.flatMap(({ fields }) => parseReports(fields)) };
};

const final = (reports: readonly DeliveryReport[], id: unknown): DeliveryReport | undefined =>
  reports.find((report) => report.id === id && report.doneAt !== null);

/** Polish text, separators of queries, forms and lists, and what a template language would take for its own. */
const IDX_VALUES = [
  'a',
  'g1-2k8f',
  'zażółć gęślą',
  'a&b=c+d%20e/f?g#h',
  '"\'<>{}[]\\^~',
  '[%1%]',
  'x'.repeat(255),
  '0',
];

describe('what sms.do took comes back in the report', () => {
  it.each(IDX_VALUES)('with the idx %j', async (idx) => {
    const { items, reports } = await reportsOf({ idx: [idx] });
    expect(items[0]).toMatchObject({ idx });
    expect(reports.map((report) => report.idx)).toEqual([idx, idx, idx]);
  });

  it('without an idx', async () => {
    const { reports } = await reportsOf({});
    expect(reports.map(({ idx }) => idx)).toEqual([null, null, null]);
  });

  it.each(['decimal', 'hex'] as const)('with its %s id, digit for digit', async (ids) => {
    const { items, reports } = await reportsOf({}, { switches: { ids } });
    expect(new Set(reports.map(({ id }) => id))).toEqual(new Set([items[0]?.['id']]));
  });

  it.each([
    ['500100200', GOOD],
    ['+48 500 100 200', GOOD],
    ['4915112345678', '4915112345678'],
  ])('with the number %s as %s', async (to, number) => {
    const { items, reports } = await reportsOf({ to });
    expect(items[0]).toMatchObject({ number, submitted_number: to });
    expect(final(reports, items[0]?.['id'])?.number).toBe(number);
  });

  it.each([
    [undefined, 'Firma & S-ka'],
    ['Firma & S-ka', 'Firma & S-ka'],
    ['Promo 50%', 'Promo 50%'],
    ['2way', '2way'],
  ])('with the sender %s', async (from, reported) => {
    const account = { username: 'firma', senders: ['Firma & S-ka', 'Promo 50%'] };
    const { reports } = await reportsOf({ from }, { account });
    expect(reports.map((report) => report.from)).toEqual([reported, reported, reported]);
  });

  it.each([
    ['a', {}],
    ['a'.repeat(161), {}],
    ['ż'.repeat(201), { fast: 1 }],
  ])('with the price of %#', async (message, more) => {
    const { items, reports } = await reportsOf({ message, ...more });
    const points = Number(items[0]?.['points']);
    expect(points).toBeGreaterThan(0);
    expect(reports.map((report) => report.points)).toEqual(Array(3).fill(final(reports, items[0]?.['id'])?.points));
    expect(final(reports, items[0]?.['id'])?.points).toBe(Math.round(points * 10_000));
  });

  it('with its moments: of a scheduled message the scheduled one', async () => {
    const { items, reports } = await reportsOf({ date: '2026-01-13T08:30:00+01:00' });
    const sentAt = new Date('2026-01-13T07:30:00Z');
    expect(items[0]).toMatchObject({ date_sent: sentAt.getTime() / 1_000 });
    const done = final(reports, items[0]?.['id']);
    expect(reports.map((report) => report.sentAt)).toEqual([sentAt, sentAt, sentAt]);
    expect(done?.doneAt?.getTime()).toBeGreaterThanOrEqual(sentAt.getTime());
    expect(reports.filter(({ doneAt }) => doneAt === null)).toHaveLength(2);
  });

  it('with the account and the network', async () => {
    const { reports } = await reportsOf({});
    expect(reports[0]).toMatchObject({
      username: 'firma',
      mcc: '260',
      mnc: expect.stringMatching(/^[1-9]$/),
    });
  });

  it('in its own place of a batch, whatever lists were cut', async () => {
    const numbers = ['48500100000', '48500100001', '48500100002', '48500100050', '48500100010'];
    const messages = numbers.map((_, nth) => 'a'.repeat(1 + nth * 160));
    for (const reportLists of ['full', 'username', 'equal'] as const) {
      const { items, reports } = await reportsOf(
        { to: numbers.join(','), message: '[%1%]', param1: messages, idx: ['a', 'b', 'c', 'd', 'e'] },
        { switches: { reportLists } },
      );
      for (const item of items) {
        expect(final(reports, item['id'])).toMatchObject({
          idx: item['idx'],
          number: item['number'],
          points: Math.round(Number(item['points']) * 10_000),
        });
      }
      const states = numbers.map((number) => reports.findLast((report) => report.number === number)?.status);
      expect(states.map((status) => status?.name)).toEqual([
        'UNDELIVERED',
        'EXPIRED',
        'REJECTED',
        'DELIVERED',
        'FAILED',
      ]);
    }
  });
});

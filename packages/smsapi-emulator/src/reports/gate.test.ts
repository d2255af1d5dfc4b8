import { describe, expect, it } from 'vitest';
import { createManualClock } from '../clock.ts';
import { createRulebook } from '../faults/rulebook.ts';
import { fateOf } from '../fates.ts';
import { createReportLog } from '../log/report-log.ts';
import type { Message } from '../state/store.ts';
import { createReportGate } from './gate.ts';
import type { Plan } from './plan.ts';
import type { ReportFault } from './report-faults.ts';
import { reportFields, type Report } from './report.ts';

const PLAN: Plan = [
  [10, 409, 1],
  [20, 403, 1],
  [30, 404, 1],
];

const message = (id: string, number: string): Message => ({
  id,
  channel: 'sms',
  number,
  submitted: number,
  from: 'Test',
  idx: `idx-${id}`,
  text: 'a',
  parts: 1,
  price: 1_500,
  acceptedAt: 0,
  sendAt: 0,
  validForMs: 1,
  reportUrl: 'http://r/',
  plan: PLAN,
  held: null,
  status: 409,
  landedAt: null,
  attachment: null,
  nextStep: 0,
  told: 0,
});

/** A gate over made-up messages, and what left it: at which moment, whose report of what. */
const withGate = (rules: readonly ReportFault[], seed = 1) => {
  const clock = createManualClock(0);
  const messages = new Map<string, Message>();
  const sent: string[] = [];
  const lost: string[] = [];
  const calls = createReportLog(100);
  const book = createRulebook<ReportFault>(() => clock.now());
  for (const rule of rules) book.add(rule);
  const note = ({ id, fields }: Report, mark = ''): void =>
    void sent.push(`${clock.now()} ${id} ${fields.status}${mark}`);
  const gate = createReportGate({
    store: { messages },
    clock,
    rules: book,
    seed: () => seed,
    fateOf,
    lateMs: () => 60_000,
    dispatcher: {
      calls,
      enqueue: (report) => note(report),
      enqueueTogether: (_, reports) => {
        for (const report of reports) note(report, ` of ${reports.length}`);
      },
    },
    onLost: (reports) => void lost.push(...reports.map(({ id, step }) => `${id} ${step}`)),
  });
  const report = (id: string, step: number, number = '48500100200'): void => {
    const one = messages.get(id) ?? message(id, number);
    messages.set(id, one);
    const code = PLAN[step]?.[1] ?? 0;
    gate.enqueue({ url: 'http://r/', id, step, fields: reportFields(one, code, clock.now(), 'user') });
  };
  return { gate, clock, report, sent, lost, calls, book };
};

describe('the gate of reports', () => {
  it('lets everything pass when nobody minds', () => {
    const { report, sent, gate } = withGate([]);
    for (const step of [0, 1, 2]) report('a', step);
    expect([sent, gate.held]).toEqual([['0 a 409', '0 a 403', '0 a 404'], 0]);
  });

  it('loses reports for good, and says so', () => {
    const { report, sent, lost, calls } = withGate([{ kind: 'lost', statuses: [404] }]);
    for (const step of [0, 1, 2]) report('a', step);
    expect([sent, lost]).toEqual([['0 a 409', '0 a 403'], ['a 2']]);
    expect(calls.all()).toMatchObject([{ ids: ['a'], attempt: 0, taken: false, fault: 'lost' }]);
  });

  it('makes reports late, by what the rule says or as late as late messages', () => {
    const { report, sent, clock, gate } = withGate([
      { kind: 'late', ms: 5_000, statuses: [409] },
      { kind: 'late', statuses: [403] },
    ]);
    report('a', 0);
    report('a', 1);
    expect([sent, gate.held]).toEqual([[], 2]);
    clock.advance(60_000);
    expect([sent, gate.held]).toEqual([['5000 a 409', '60000 a 403'], 0]);
  });

  it('sends reports again, as often as the rule says', () => {
    const { report, sent, clock } = withGate([{ kind: 'duplicated', times: 2, ms: 100 }]);
    report('a', 2);
    clock.advance(1_000);
    expect(sent).toEqual(['0 a 404', '100 a 404', '200 a 404']);
  });

  it('lets the next report of the same message pass first', () => {
    const { report, sent, gate } = withGate([{ kind: 'disordered', statuses: [409, 403] }]);
    report('a', 0);
    report('b', 2);
    report('a', 1);
    expect([sent, gate.held]).toEqual([['0 b 404'], 2]);
    report('a', 2);
    expect([sent, gate.held]).toEqual([['0 b 404', '0 a 404', '0 a 409', '0 a 403'], 0]);
  });

  it('does not hold the last report back for one that never comes, nor any for ever', () => {
    const { report, sent, clock, gate } = withGate([{ kind: 'disordered', ms: 500 }]);
    report('a', 2);
    report('b', 0);
    expect([sent, gate.held]).toEqual([['0 a 404'], 1]);
    clock.advance(500);
    expect([sent, gate.held]).toEqual([['0 a 404', '500 b 409'], 0]);
  });

  it('gathers reports into one call until they are enough or have waited long enough', () => {
    const { report, sent, clock, gate } = withGate([{ kind: 'batched', size: 3, ms: 1_000 }]);
    report('a', 0);
    report('b', 0);
    expect([sent, gate.held]).toEqual([[], 2]);
    report('c', 0);
    expect(sent).toEqual(['0 a 409 of 3', '0 b 409 of 3', '0 c 409 of 3']);
    report('d', 0);
    clock.advance(999);
    expect(gate.held).toBe(1);
    clock.advance(1);
    expect([sent.at(-1), gate.held]).toEqual(['1000 d 409 of 1', 0]);
  });

  it('tells a status that nobody knows, or any other', () => {
    const { report, sent } = withGate([
      { kind: 'wrong', statuses: [404] },
      { kind: 'wrong', statuses: [403], status: 405 },
    ]);
    report('a', 1);
    report('a', 2);
    expect(sent).toEqual(['0 a 405', '0 a 413']);
  });

  it('strikes by number, by fate, by count and between two moments', () => {
    const { report, sent, clock } = withGate([
      { kind: 'lost', numbers: '^48600' },
      { kind: 'lost', fates: ['undelivered'] },
      { kind: 'lost', from: 1_000, until: 2_000 },
      { kind: 'lost', after: 1, next: 1, numbers: '^48700' },
    ]);
    report('number', 2, '48600100200');
    report('fate', 2, '48500100000');
    report('first', 2, '48700100200');
    report('second', 2, '48700100201');
    report('third', 2, '48700100202');
    clock.advance(1_500);
    report('then', 2);
    clock.advance(500);
    report('after', 2);
    expect(sent.map((line) => line.split(' ')[1])).toEqual(['first', 'third', 'after']);
  });

  it('draws by message and step, not by order, and the same with the same seed', () => {
    const run = (ids: readonly string[], seed: number): readonly string[] => {
      const { report, lost } = withGate([{ kind: 'lost', rate: 0.3 }], seed);
      for (const id of ids) report(id, 2);
      return lost.toSorted();
    };
    const ids = Array.from({ length: 200 }, (_, nth) => `m${nth}`);
    const first = run(ids, 1);
    expect(run(ids.toReversed(), 1)).toEqual(first);
    expect(run(ids, 2)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(30);
    expect(first.length).toBeLessThan(90);
  });

  it('forgets what it holds when it is cleared', () => {
    const { report, sent, clock, gate } = withGate([
      { kind: 'late', statuses: [409] },
      { kind: 'disordered', statuses: [403] },
      { kind: 'batched', statuses: [404] },
    ]);
    for (const step of [0, 1, 2]) report('a', step);
    expect(gate.held).toBe(3);
    gate.clear();
    clock.advance(1_000_000);
    expect([sent, gate.held, clock.nextAt]).toEqual([[], 0, null]);
  });
});

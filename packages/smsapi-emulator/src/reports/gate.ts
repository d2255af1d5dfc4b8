import type { Clock, Timer } from '../clock.ts';
import type { Rulebook } from '../faults/rulebook.ts';
import type { Fate } from '../fates.ts';
import { keyedRandom } from '../random.ts';
import type { Message, Store } from '../state/store.ts';
import { statusName } from '../statuses.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Report } from './report.ts';
import type { ReportFault } from './report-faults.ts';

/** Stands between the lives of messages and the receivers: here reports get lost, late, doubled and mixed up. */
export interface ReportGate {
  /** Reports held back. */
  readonly held: number;
  enqueue(report: Report): void;
  clear(): void;
}

export interface GateDeps {
  readonly store: Pick<Store, 'messages'>;
  readonly clock: Clock;
  readonly rules: Pick<Rulebook<ReportFault>, 'first'>;
  readonly seed: () => number;
  readonly fateOf: (number: string) => Fate;
  /** How late a late report is when its rule does not say. */
  readonly lateMs: () => number;
  readonly dispatcher: Pick<Dispatcher, 'enqueue' | 'enqueueTogether' | 'calls'>;
  /** Told of reports that were lost: they need no further attempt. */
  readonly onLost: (reports: readonly Report[]) => void;
}

/** Reports of one receiver that wait for company. */
interface Bucket {
  readonly reports: Report[];
  readonly timer: Timer;
}

const UNKNOWN_STATUS = 413;
const BATCH = { size: 5, ms: 1_000 };

const hasFollower = (message: Message | undefined, step: number): boolean =>
  message?.plan.some(([, , reported], index) => index > step && reported === 1) ?? false;

export const createReportGate = (deps: GateDeps): ReportGate => {
  const { store, clock, dispatcher } = deps;
  const timers = new Set<Timer>();
  /** Reports that let the next one of their message pass first. */
  const stepping = new Map<string, Report[]>();
  const buckets = new Map<string, Bucket>();
  let held = 0;

  const faultOf = (report: Report): ReportFault | null => {
    const { to, idx, status } = report.fields;
    const key = `${to} ${idx === '' ? report.id : idx} ${report.step}`;
    return deps.rules.first(
      (armed) =>
        armed.fitsNumber(to) &&
        (armed.rule.statuses?.includes(Number(status)) ?? true) &&
        (armed.rule.fates?.includes(deps.fateOf(to)) ?? true),
      (rule) => keyedRandom(deps.seed(), `report ${rule} ${key}`)(),
    );
  };

  const later = (ms: number, task: () => void): Timer => {
    const timer = clock.setTimer(ms, () => {
      timers.delete(timer);
      task();
    });
    timers.add(timer);
    return timer;
  };

  /** Holds one report for so long. */
  const hold = (report: Report, ms: number): void => {
    held += 1;
    later(ms, () => {
      held -= 1;
      dispatcher.enqueue(report);
    });
  };

  /** Lets a report go, and behind it those of the same message that stepped aside for it. */
  const pass = (report: Report): void => {
    dispatcher.enqueue(report);
    const waiting = stepping.get(report.id);
    if (waiting === undefined) return;
    stepping.delete(report.id);
    held -= waiting.length;
    for (const one of waiting) dispatcher.enqueue(one);
  };

  const stepAside = (report: Report, ms: number): void => {
    held += 1;
    const waiting = stepping.get(report.id) ?? [];
    stepping.set(report.id, [...waiting, report]);
    later(ms, () => {
      const left = stepping.get(report.id);
      if (left?.includes(report) !== true) return;
      held -= 1;
      const others = left.filter((one) => one !== report);
      if (others.length === 0) stepping.delete(report.id);
      else stepping.set(report.id, others);
      dispatcher.enqueue(report);
    });
  };

  const empty = (url: string, bucket: Bucket): void => {
    bucket.timer.cancel();
    timers.delete(bucket.timer);
    buckets.delete(url);
    held -= bucket.reports.length;
    dispatcher.enqueueTogether(url, bucket.reports);
  };

  const collect = (report: Report, size: number, ms: number): void => {
    const { url } = report;
    const bucket = buckets.get(url) ?? {
      reports: [],
      timer: later(ms, () => {
        const full = buckets.get(url);
        if (full !== undefined) empty(url, full);
      }),
    };
    buckets.set(url, bucket);
    bucket.reports.push(report);
    held += 1;
    if (bucket.reports.length >= size) empty(url, bucket);
  };

  const lose = (report: Report): void => {
    const { url } = report;
    dispatcher.calls.push({ at: clock.now(), url, attempt: 0, status: 0, taken: false, reports: [report] });
    deps.onLost([report]);
  };

  const strike = (report: Report, rule: ReportFault): void => {
    switch (rule.kind) {
      case 'lost':
        lose(report);
        break;
      case 'late':
        hold(report, rule.ms ?? deps.lateMs());
        break;
      case 'duplicated':
        pass(report);
        for (let nth = 1; nth <= (rule.times ?? 1); nth += 1) hold({ ...report, step: null }, nth * (rule.ms ?? 0));
        break;
      case 'disordered':
        if (hasFollower(store.messages.get(report.id), report.step ?? 0)) stepAside(report, rule.ms ?? deps.lateMs());
        else pass(report);
        break;
      case 'batched':
        collect(report, rule.size ?? BATCH.size, rule.ms ?? BATCH.ms);
        break;
      case 'wrong': {
        const status = rule.status ?? UNKNOWN_STATUS;
        const fields = { ...report.fields, status: String(status), status_name: rule.name ?? statusName(status) };
        pass({ ...report, fields });
        break;
      }
    }
  };

  return {
    get held() {
      return held;
    },
    enqueue(report) {
      const rule = faultOf(report);
      if (rule === null) pass(report);
      else strike({ ...report, fault: rule.kind }, rule);
    },
    clear() {
      for (const timer of timers) timer.cancel();
      timers.clear();
      stepping.clear();
      buckets.clear();
      held = 0;
    },
  };
};

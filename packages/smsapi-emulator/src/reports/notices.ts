import type { Clock } from '../clock.ts';
import type { Event } from '../state/events.ts';
import type { Store } from '../state/store.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Report, ReportFields } from './report.ts';

/**
 * Something a receiver has to be told apart from the life of a message: what a lookup found, who opened a link.
 * Kept until it was answered `OK` or given up, over a restart too.
 */
export interface Notice {
  readonly id: string;
  readonly url: string;
  /** Not told before this moment. */
  readonly dueAt: number;
  /** The query of the call. */
  readonly query: Readonly<Record<string, string>>;
  readonly number: string;
  readonly idx: string | null;
}

export interface Notices {
  /** Those whose moment has not come. */
  readonly waiting: number;
  start(ids: Iterable<string>): void;
  /** Forgets those among the reports that need no further attempt. */
  settle(reports: readonly Report[]): void;
  clear(): void;
}

export interface NoticesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly dispatcher: Pick<Dispatcher, 'enqueueTogether'>;
  readonly record: (...events: readonly Event[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** The log of calls finds a notice by number and idx like any report. */
const forLog = ({ id, number, idx }: Notice): ReportFields => ({
  MsgId: id,
  status: '',
  status_name: '',
  idx: idx ?? '',
  donedate: '',
  sent_at: '',
  points: '',
  to: number,
  from: '',
  username: '',
  mcc: '',
  mnc: '',
});

export const createNotices = ({ store, clock, dispatcher, record, onError }: NoticesDeps): Notices => {
  const waiting = new Set<string>();

  const tell = (id: string): void => {
    if (!waiting.delete(id)) return;
    const notice = store.resources.notices.get(id);
    if (notice === undefined) return;
    const { url } = notice;
    // A call of its own: a browser's name may hold the comma that would part the reports of a batch.
    dispatcher.enqueueTogether(url, [{ url, id, step: null, fields: forLog(notice), notice: id, query: notice.query }]);
  };

  return {
    get waiting() {
      return waiting.size;
    },
    start(ids) {
      for (const id of ids) {
        const notice = store.resources.notices.get(id);
        if (notice === undefined || waiting.has(id)) continue;
        waiting.add(id);
        clock.setTimer(Math.max(0, notice.dueAt - clock.now()), () => tell(id));
      }
    },
    settle(reports) {
      const ids = reports.flatMap(({ notice }) => notice ?? []);
      // Nobody waits for this: a notice forgotten too late is only told once more after a restart.
      if (ids.length > 0) record({ type: 'dropped', kind: 'notices', ids }).catch(onError);
    },
    clear() {
      waiting.clear();
    },
  };
};

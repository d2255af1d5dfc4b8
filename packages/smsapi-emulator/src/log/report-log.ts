import type { Report } from '../reports/report.ts';
import { createBoundedLog } from './bounded-log.ts';

/** One call to a receiver: what it carried, and what came back. */
export interface ReportCall {
  readonly at: number;
  readonly url: string;
  readonly ids: readonly string[];
  /** 1 is the first; 0 for a report that a fault lost before anybody was called. */
  readonly attempt: number;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  /** Answered with HTTP 200 and `OK`, exactly. */
  readonly taken: boolean;
  /** Fields of each report in the call, or of the one text. */
  readonly fields: readonly Readonly<Record<string, string>>[];
  /** Beginning of the answer's body. */
  readonly answer: string;
  /** Kind of the report fault that struck one of them. */
  readonly fault: string | null;
}

/** What is kept of a call; everything that can be worked out is worked out when somebody reads. */
export interface CallRecord {
  readonly at: number;
  readonly url: string;
  readonly attempt: number;
  readonly status: number;
  readonly taken: boolean;
  readonly answer?: string;
  readonly reports?: readonly Report[];
  readonly ids?: readonly string[];
  /** Body of a POST. */
  readonly form?: string;
}

/** Every member named narrows the answer. */
export interface ReportQuery {
  /** The recipient, digits with country code. */
  readonly number?: string;
  readonly idx?: string;
  /** A message id. */
  readonly id?: string;
  /** A status code that was reported. */
  readonly status?: number;
  readonly url?: string;
  readonly taken?: boolean;
  readonly fault?: string;
  /** From this moment on; `until` ends before it. Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** The newest calls to receivers. */
export interface ReportLog {
  readonly total: number;
  push(record: CallRecord): void;
  all(): readonly ReportCall[];
  where(query: ReportQuery): readonly ReportCall[];
  clear(): void;
}

const fieldsOf = ({ reports, form }: CallRecord): ReportCall['fields'] => {
  if (reports !== undefined) return reports.map(({ fields }) => ({ ...fields }));
  return form === undefined ? [] : [Object.fromEntries(new URLSearchParams(form))];
};

const show = (record: CallRecord): ReportCall => ({
  at: record.at,
  url: record.url,
  ids: record.ids ?? record.reports?.map(({ id }) => id) ?? [],
  attempt: record.attempt,
  status: record.status,
  taken: record.taken,
  fields: fieldsOf(record),
  answer: record.answer ?? '',
  fault: record.reports?.find(({ fault }) => fault !== undefined)?.fault ?? null,
});

const isWanted = (call: ReportCall, query: ReportQuery): boolean => {
  const { number, idx, id, status, url, taken, fault, since, until } = query;
  if (since !== undefined && call.at < since) return false;
  if (until !== undefined && call.at >= until) return false;
  if (url !== undefined && call.url !== url) return false;
  if (taken !== undefined && call.taken !== taken) return false;
  if (fault !== undefined && call.fault !== fault) return false;
  if (id !== undefined && !call.ids.includes(id)) return false;
  if (number === undefined && idx === undefined && status === undefined) return true;
  // All of it must be true of one and the same report of the call.
  return call.fields.some(
    (fields) =>
      (number === undefined || fields['to'] === number || fields['sms_from'] === number) &&
      (idx === undefined || fields['idx'] === idx) &&
      (status === undefined || fields['status'] === String(status)) &&
      (id === undefined || fields['MsgId'] === id),
  );
};

export const createReportLog = (limit: number): ReportLog => {
  const records = createBoundedLog<CallRecord>({ items: limit, weight: Infinity, weigh: () => 0 });
  const all = (): readonly ReportCall[] => records.all().map(show);
  return {
    get total() {
      return records.total;
    },
    push: (record) => records.push(record),
    all,
    where: (query) => all().filter((call) => isWanted(call, query)),
    clear: () => records.clear(),
  };
};

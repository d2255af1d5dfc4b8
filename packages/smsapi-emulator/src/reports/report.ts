import { fingerprint } from '../random.ts';
import { toPoints } from '../points.ts';
import type { Message } from '../state/store.ts';
import { isFinal, statusName } from '../statuses.ts';
import type { Switches } from '../switches.ts';

/** One status of one message on its way to the receiver. */
export interface Report {
  readonly url: string;
  readonly id: string;
  /** Index of the step it tells about; null for one made up by hand, which the journal does not keep. */
  readonly step: number | null;
  readonly fields: ReportFields;
  /** Id of the notice it is, when it tells of something else than a message's life. */
  readonly notice?: string;
  /** A notice's own query, which is sent instead of the fields; they are for the log. Notices travel alone. */
  readonly query?: Readonly<Record<string, string>>;
  /** Kind of the report fault that struck it, for the log. */
  readonly fault?: string;
}

/** What a delivery report carries (dossier 4.1), before it is written into a query. */
export interface ReportFields {
  readonly MsgId: string;
  readonly status: string;
  readonly status_name: string;
  readonly idx: string;
  readonly donedate: string;
  readonly sent_at: string;
  readonly points: string;
  readonly to: string;
  readonly from: string;
  readonly username: string;
  readonly mcc: string;
  readonly mnc: string;
}

/** The four Polish networks; a number says nothing about its network, for numbers move between operators. */
const POLISH_NETWORKS = ['1', '2', '3', '6'];

const networkOf = (number: string): string =>
  number.startsWith('48') ? (POLISH_NETWORKS[fingerprint(number) % POLISH_NETWORKS.length] ?? '1') : '0';

const seconds = (ms: number): string => String(Math.floor(ms / 1_000));

/** The report of one status of a message, reached at `at`. */
export const reportFields = (message: Message, code: number, at: number, username: string): ReportFields => ({
  MsgId: message.id,
  status: String(code),
  status_name: statusName(code),
  idx: message.idx ?? '',
  donedate: isFinal(code) ? seconds(at) : '0',
  sent_at: seconds(message.sendAt),
  points: String(toPoints(message.price)),
  to: message.number,
  from: message.from,
  username,
  mcc: message.number.startsWith('48') ? '260' : '0',
  mnc: networkOf(message.number),
});

const FIELD_NAMES = [
  'MsgId',
  'status',
  'status_name',
  'idx',
  'donedate',
  'sent_at',
  'points',
  'to',
  'from',
  'username',
  'mcc',
  'mnc',
] as const satisfies readonly (keyof ReportFields)[];

const joined = (name: keyof ReportFields, reports: readonly Report[], lists: Switches['reportLists']): string => {
  const values = reports.map((report) => report.fields[name]);
  const [first = ''] = values;
  // Receivers were seen getting lists shorter than that of the ids (dossier 4.1, batching).
  const mayShrink = lists === 'equal' ? name !== 'MsgId' : lists === 'username' && name === 'username';
  return mayShrink && values.every((value) => value === first) ? first : values.join(',');
};

/** The address with the reports in its query; a query of its own is kept, for receivers put secrets there. */
export const reportUrl = (url: string, reports: readonly Report[], lists: Switches['reportLists']): string => {
  const own = reports[0]?.query;
  const query =
    own === undefined
      ? FIELD_NAMES.map((name) => `${name}=${encodeURIComponent(joined(name, reports, lists))}`).join('&')
      : new URLSearchParams(own).toString();
  const bare = url.split('#', 1)[0] ?? url;
  return `${bare}${bare.includes('?') ? '&' : '?'}${query}`;
};

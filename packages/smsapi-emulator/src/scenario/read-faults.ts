import { FATE_RULES, type Fate } from '../fates.ts';
import type { FaultReply, FaultRule } from '../faults.ts';
import type { Conditions } from '../faults/conditions.ts';
import type { Delay, Latency, LatencyRule, Percentile } from '../faults/latency.ts';
import type { ReportFault } from '../reports/report-faults.ts';
import { momentAfter, WHEN_ALLOWED, type When } from '../when.ts';
import {
  byKind,
  flag,
  list,
  number,
  object,
  oneOf,
  only,
  refine,
  text,
  whole,
  wrong,
  type Members,
  type Read,
} from './read.ts';

/** Reads rules of faults, wherever they come from: a scenario, the admin endpoint. */

const isPattern = (value: unknown): value is string => {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
};

const pattern: Read<string> = only('a regular expression', isPattern);
const path: Read<string> = only(
  'a path such as /sms.do or /contacts*, or * for all',
  (value): value is string => typeof value === 'string' && /^(?:\*|\/.*)$/.test(value),
);

export const when: Read<When> = only(
  WHEN_ALLOWED,
  (value): value is When =>
    (typeof value === 'number' || typeof value === 'string' || value instanceof Date) && momentAfter(value, 0) !== null,
);

const ms = number({ least: 0, most: 86_400_000 });

const conditions: Members<Conditions> = {
  after: whole({ least: 0 }),
  every: whole({ least: 1 }),
  rate: number({ least: 0, most: 1 }),
  next: whole({ least: 1 }),
  from: when,
  until: when,
  numbers: pattern,
};

const percentile: Read<Percentile> = (value, place, faults) => {
  const allowed = 'a pair of per cent (0 to 100) and milliseconds';
  const pair = refine(list(number({ least: 0 })), allowed, ({ length }) => length === 2)(value, place, faults);
  const [percent = 0, at = 0] = pair ?? [];
  if (pair === undefined) return undefined;
  return percent <= 100 ? [percent, at] : wrong(faults, place, allowed, value);
};

/** Percentiles must rise, or a line between two of them would run backwards. */
const percentiles = refine(list(percentile), 'a rising list of [per cent, milliseconds]', (points) => {
  const isRising = points.every(([percent, at], nth) => {
    const [percentBelow, below] = points[nth - 1] ?? [-1, 0];
    return percent > percentBelow && at >= below;
  });
  return isRising && points.length > 0;
});

const evenDelay: Read<Delay> = refine(
  object<{ minMs: number; maxMs: number }>(['minMs', 'maxMs'], { minMs: ms, maxMs: ms }),
  'two ends, the second not below the first',
  ({ minMs, maxMs }) => maxMs >= minMs,
);

const DELAYS: readonly (readonly [member: string, read: Read<Delay>])[] = [
  ['minMs', evenDelay],
  ['ms', object<{ ms: number }>(['ms'], { ms })],
  [
    'meanMs',
    object<{ meanMs: number; deviationMs: number; mostMs?: number }>(['meanMs', 'deviationMs'], {
      meanMs: ms,
      deviationMs: ms,
      mostMs: ms,
    }),
  ],
  [
    'medianMs',
    object<{ medianMs: number; spread?: number; mostMs?: number }>(['medianMs'], {
      medianMs: ms,
      spread: number({ least: 0, most: 5 }),
      mostMs: ms,
    }),
  ],
  ['percentiles', object<{ percentiles: readonly Percentile[] }>(['percentiles'], { percentiles })],
];

export const DELAY_ALLOWED =
  '{minMs, maxMs}, {ms}, {meanMs, deviationMs, mostMs?}, {medianMs, spread?, mostMs?} or {percentiles: [[per cent, ms], …]}';

const delay: Read<Delay> = (value, place, faults) => {
  const kind =
    typeof value === 'object' && value !== null ? DELAYS.find(([member]) => member in value)?.[1] : undefined;
  return kind === undefined ? wrong(faults, place, DELAY_ALLOWED, value) : kind(value, place, faults);
};

const latencyRule = object<LatencyRule>(['delay'], { delay, path, numbers: pattern });

/** As the admin endpoint takes them: a body must be an object. */
export const latencyRules = object<{ readonly rules: readonly LatencyRule[] }>(['rules'], { rules: list(latencyRule) });

/** One delay for all, or a list of rules. */
export const latency: Read<Latency> = (value, place, faults) =>
  Array.isArray(value) ? list(latencyRule)(value, place, faults) : delay(value, place, faults);

type ReplyOf<K extends FaultReply['kind']> = Extract<FaultReply, { kind: K }>;

const bare = <K extends FaultReply['kind']>(kind: K): Read<{ readonly kind: K }> =>
  object<{ readonly kind: K }>(['kind'], { kind: oneOf([kind]) });

const slow: Read<FaultReply> = refine(
  object<ReplyOf<'slow'>>(['kind'], { kind: oneOf(['slow']), ms, delay }),
  'slow by either ms or delay',
  (given) => (given.ms === undefined) !== (given.delay === undefined),
);

const httpError = whole({ least: 400, most: 599 });

const reply: Read<FaultReply> = byKind<FaultReply>({
  status: object<ReplyOf<'status'>>(['kind', 'status'], {
    kind: oneOf(['status']),
    status: httpError,
    retryAfterSeconds: whole({ least: 0 }),
  }),
  error: object<ReplyOf<'error'>>(['kind', 'code'], { kind: oneOf(['error']), code: whole({ least: 0 }) }),
  hang: bare('hang'),
  cut: bare('cut'),
  text: bare('text'),
  html: object<ReplyOf<'html'>>(['kind'], { kind: oneOf(['html']), status: whole({ least: 200, most: 599 }) }),
  half: bare('half'),
  slow,
  drip: object<ReplyOf<'drip'>>(['kind'], { kind: oneOf(['drip']), bytes: whole({ least: 1 }), everyMs: ms }),
  'content-type': object<ReplyOf<'content-type'>>(['kind', 'contentType'], {
    kind: oneOf(['content-type']),
    contentType: only(
      'a content type such as text/html',
      (value): value is string => typeof value === 'string' && /^[\x21-\x7e][\x20-\x7e]*$/.test(value),
    ),
  }),
  garbage: object<ReplyOf<'garbage'>>(['kind'], {
    kind: oneOf(['garbage']),
    bytes: whole({ least: 0, most: 1_000_000 }),
  }),
  omit: bare('omit'),
});

type GivenFault = Omit<FaultRule, 'accepted'> & Partial<Pick<FaultRule, 'accepted'>>;

/** A fault of requests; `accepted` may be left out and is false then. */
export const faultRule: Read<FaultRule> = (value, place, faults) => {
  const rule = object<GivenFault>(['reply'], { reply, accepted: flag, path, ...conditions })(value, place, faults);
  return rule === undefined ? undefined : { ...rule, accepted: rule.accepted ?? false };
};

const FATES: readonly Fate[] = [...new Set<Fate>(['delivered', ...FATE_RULES.map(({ fate }) => fate)])];

type ReportOf<K extends ReportFault['kind']> = Extract<ReportFault, { kind: K }>;

const shared = { ...conditions, statuses: list(whole({ least: 1 })), fates: list(oneOf(FATES)) };

/** A fault of delivery reports. */
export const reportFault: Read<ReportFault> = byKind<ReportFault>({
  lost: object<ReportOf<'lost'>>(['kind'], { ...shared, kind: oneOf(['lost']) }),
  late: object<ReportOf<'late'>>(['kind'], { ...shared, kind: oneOf(['late']), ms: number({ least: 0 }) }),
  duplicated: object<ReportOf<'duplicated'>>(['kind'], {
    ...shared,
    kind: oneOf(['duplicated']),
    times: whole({ least: 1, most: 100 }),
    ms: number({ least: 0 }),
  }),
  disordered: object<ReportOf<'disordered'>>(['kind'], {
    ...shared,
    kind: oneOf(['disordered']),
    ms: number({ least: 0 }),
  }),
  batched: object<ReportOf<'batched'>>(['kind'], {
    ...shared,
    kind: oneOf(['batched']),
    size: whole({ least: 1, most: 1_000 }),
    ms: number({ least: 0 }),
  }),
  wrong: object<ReportOf<'wrong'>>(['kind'], {
    ...shared,
    kind: oneOf(['wrong']),
    status: whole({ least: 0 }),
    name: text(),
  }),
});

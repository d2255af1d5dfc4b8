import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { filledText, integerOf } from '../http/fields.ts';
import { json } from '../http/reply.ts';
import { createLedger } from '../ledger.ts';
import { toPoints } from '../points.ts';
import type { WaitingCall } from '../reports/dispatcher.ts';
import { normalizeNumber } from '../send/recipients.ts';

const stateOf = (core: Core): Readonly<Record<string, unknown>> => {
  const { store, clock, dispatcher, runner, faults, requests } = core;
  const { switches, profile, latency, timings } = core.settings();
  return {
    now: new Date(clock.now()).toISOString(),
    aheadMs: clock.aheadMs,
    seed: core.seed,
    profile: profile.name,
    latency,
    timings,
    switches,
    points: toPoints(store.points),
    charged: toPoints(store.totals.charged),
    accepted: store.totals.accepted,
    received: store.totals.delivered,
    messagesKept: store.messages.size,
    messagesAlive: runner.active,
    idxRemembered: store.idxUntil.size,
    reports: { pending: dispatcher.pending, givenUp: dispatcher.givenUp, paused: dispatcher.paused },
    faults: faults.list(),
    requests: requests.total,
    senders: store.account.senders,
    callbacks: store.account.callbacks,
  };
};

export const getState: Handler = (core) => json(200, stateOf(core));

const DEFAULT_LIMIT = 100;

const limitOf = (value: number | null): number => (value === null || Number.isNaN(value) ? DEFAULT_LIMIT : value);

/** With `number` one handset, otherwise the newest handsets up to `limit`. */
export const getLedger: Handler = ({ store }, { fields }) => {
  const ledger = createLedger(store);
  const asked = filledText(fields, 'number');
  const number = asked === null ? null : (normalizeNumber(asked, true) ?? asked);
  const numbers = number === null ? ledger.numbers().slice(-limitOf(integerOf(fields, 'limit'))) : [number];
  return json(200, {
    totals: ledger.totals,
    handsets: numbers.map((one) => ({ number: one, received: ledger.received(one), accepted: ledger.accepted(one) })),
  });
};

export const getRequests: Handler = ({ requests }, { fields }) =>
  json(200, { total: requests.total, requests: requests.all().slice(-limitOf(integerOf(fields, 'limit'))) });

/** Calls that wait for their next attempt, the next ones first. */
const waitingCalls = ({ dispatcher, inbox }: Core): readonly WaitingCall[] =>
  [...dispatcher.waiting(), ...inbox.waiting()].toSorted((a, b) => a.nextAt - b.nextAt).slice(0, DEFAULT_LIMIT);

export const getReports: Handler = (core, { fields }) => {
  const { dispatcher } = core;
  return json(200, {
    pending: dispatcher.pending,
    givenUp: dispatcher.givenUp,
    paused: dispatcher.paused,
    waiting: waitingCalls(core),
    calls: dispatcher.calls.all().slice(-limitOf(integerOf(fields, 'limit'))),
  });
};

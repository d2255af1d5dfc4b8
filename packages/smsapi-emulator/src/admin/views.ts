import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { json } from '../http/reply.ts';
import { toPoints } from '../points.ts';
import { showClock } from '../time.ts';

const stateOf = (core: Core): Readonly<Record<string, unknown>> => {
  const { store, clock, dispatcher, runner, faults, reportFaults, requests } = core;
  const { switches, scenario, latency, timings, isTokenRevoked } = core.settings();
  return {
    now: new Date(clock.now()).toISOString(),
    aheadMs: clock.aheadMs,
    clock: showClock(core),
    seed: core.seed,
    profile: scenario.name,
    tokenRevoked: isTokenRevoked,
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
    reportFaults: reportFaults.list(),
    outOfPointsAt: store.allowance,
    requests: requests.total,
    senders: store.account.senders,
    callbacks: store.account.callbacks,
  };
};

export const getState: Handler = (core) => json(200, stateOf(core));

import type { SenderStatus } from './account.ts';
import type { Core } from './core.ts';
import { delayFinder, type Latency } from './faults/latency.ts';
import { toUnits } from './points.ts';
import { scaleTimings } from './reports/plan.ts';
import { reportFields } from './reports/report.ts';
import type { PhoneState } from './state/handsets.ts';
import { changeSwitches } from './switches.ts';

/** What a test, a demo or the admin endpoint may do to the emulator from above. */

/** Also ends `setOutOfPointsAfter`: somebody has paid. */
export const setPoints = (core: Core, points: number): Promise<void> =>
  core.record({ type: 'allowance', upTo: null }, { type: 'points', points: toUnits(points) });

/** One delay for every answer, or rules by path and number. Throws a SyntaxError for a pattern that cannot be compiled. */
export const setLatency = (core: Core, latency: Latency): void => {
  delayFinder(latency);
  core.changeSettings({ latency });
};

/** 1 is life as it is; 100 lets messages live a hundred times faster. Concerns messages accepted from now on. */
export const setSpeed = (core: Core, speed: number): void =>
  core.changeSettings({ timings: scaleTimings(core.settings().unhurried, speed) });

/** The balance becomes 0 once so many more messages were accepted; null takes that back. */
export const setOutOfPointsAfter = (core: Core, messages: number | null): Promise<void> =>
  core.record({
    type: 'allowance',
    upTo: messages === null ? null : core.store.totals.accepted + messages,
  });

/** A revoked token opens nothing but the admin endpoint, which can give it back. */
export const setTokenRevoked = (core: Core, isTokenRevoked: boolean): void => core.changeSettings({ isTokenRevoked });

/** Returns sentences about what is wrong; with any, nothing is changed. */
export const setSwitches = (core: Core, changes: Readonly<Record<string, unknown>>): readonly string[] => {
  const changed = changeSwitches(core.settings().switches, changes);
  if (!changed.ok) return changed.faults;
  core.changeSettings({ switches: changed.switches });
  return [];
};

/** False when there is no such sender name. */
export const setSenderStatus = async (core: Core, name: string, status: SenderStatus): Promise<boolean> => {
  const { senders } = core.store.account;
  if (!senders.some((sender) => sender.sender === name)) return false;
  await core.record({
    type: 'account',
    patch: { senders: senders.map((sender) => (sender.sender === name ? { ...sender, status } : sender)) },
  });
  return true;
};

/** Switches a handset off, takes it out of coverage, or brings it back: then what waited for it lands at once. */
export const setPhone = async (core: Core, number: string, state: PhoneState): Promise<void> => {
  await core.record({ type: 'phone', number, state, at: core.clock.now() });
  core.runner.reschedule(core.store.byNumber.get(number) ?? []);
};

/** Reports any status of a message, known (404) or never heard of (413), without changing the message. False for an unknown id. */
export const sendReport = (core: Core, id: string, status: number, url?: string): boolean => {
  const message = core.store.messages.get(id);
  const target = url ?? message?.reportUrl ?? null;
  if (message === undefined || target === null) return false;
  const fields = reportFields(message, status, core.clock.now(), core.store.account.username);
  core.dispatcher.enqueue({ url: target, id, step: null, fields });
  return true;
};

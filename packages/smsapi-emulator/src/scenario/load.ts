import type { Sender } from '../account.ts';
import { setOutOfPointsAfter, setPoints, setSpeed, setSwitches } from '../control.ts';
import type { Core } from '../core.ts';
import { NO_LATENCY } from '../faults/latency.ts';
import { toUnits } from '../points.ts';
import { momentAfter } from '../when.ts';
import { setClock } from './perform.ts';
import type { Scenario, ScenarioAccount } from './scenario.ts';

const openAccount = async (core: Core, given: ScenarioAccount): Promise<void> => {
  const { points, outOfPointsAfter, price, senders = [], paymentType } = given;
  const { account } = core.store;
  const added = senders
    .filter((name) => !account.senders.some(({ sender }) => sender === name))
    .map((sender): Sender => ({ sender, isDefault: false, status: 'ACTIVE', createdAt: core.clock.now() }));
  await core.record({
    type: 'account',
    patch: {
      ...(added.length === 0 ? {} : { senders: [...account.senders, ...added] }),
      ...(price === undefined ? {} : { unitPrice: toUnits(price) }),
      ...(paymentType === undefined ? {} : { paymentType }),
    },
  });
  if (points !== undefined) await setPoints(core, points);
  if (outOfPointsAfter !== undefined) await setOutOfPointsAfter(core, outOfPointsAfter);
};

/** What keeps a scenario from being loaded into an emulator that already runs; null when nothing does. */
export const obstacleTo = (scenario: Scenario, core: Core): string | null => {
  const at = scenario.clock?.at === undefined ? null : momentAfter(scenario.clock.at, core.clock.now());
  return at !== null && at < core.clock.now()
    ? 'clock.at is over by the clock of this emulator: time only goes forward. Start it with the scenario, or leave clock.at out.'
    : null;
};

export type Start =
  /** Nothing has happened yet: the scenario decides about clock and account. */
  | 'fresh'
  /** A data folder was opened again: its account and clock go on, the rest of the scenario begins anew. */
  | 'resumed'
  /** The emulator runs: the scenario takes over from here. */
  | 'running';

/**
 * Puts a scenario in force in place of the one before: faults, report faults, latency, events. Switches and account
 * stay where it does not name them; faults added by hand stay.
 */
export const loadScenario = async (core: Core, scenario: Scenario, start: Start): Promise<void> => {
  const { seed, clock = {}, latency = NO_LATENCY, faults = [], reports = [], events = [] } = scenario;
  core.schedule.clear();
  core.changeSettings({ scenario, latency, ...(seed === undefined ? {} : { seed }) });
  if (scenario.speed !== undefined) setSpeed(core, scenario.speed);
  if (scenario.switches !== undefined) setSwitches(core, { ...scenario.switches });
  if (start !== 'resumed') setClock(core, clock);
  if (clock.at !== undefined && start !== 'resumed') {
    const at = momentAfter(clock.at, core.clock.now()) ?? core.clock.now();
    if (start === 'fresh') core.clock.restart(at);
    else core.clock.jumpTo(at);
  }
  core.faults.useScenario(faults);
  core.reportFaults.useScenario(reports);
  if (scenario.account !== undefined && start !== 'resumed') await openAccount(core, scenario.account);
  for (const event of events) core.schedule.add(event);
};

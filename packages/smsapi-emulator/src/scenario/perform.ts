import {
  setLatency,
  setOutOfPointsAfter,
  setPoints,
  setSenderStatus,
  setSwitches,
  setTokenRevoked,
} from '../control.ts';
import type { Core } from '../core.ts';
import { putOnList } from '../rest/number-lists.ts';
import { normalizeNumber } from '../send/recipients.ts';
import type { Deed, ScenarioClock } from './scenario.ts';

/** Pace and standstill; moments are another matter. */
export const setClock = ({ clock }: Core, { pace, frozen }: Pick<ScenarioClock, 'pace' | 'frozen'>): void => {
  if (pace !== undefined) clock.setPace(pace);
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.resume();
};

const clearFaults = ({ faults, reportFaults }: Core): void => {
  faults.clear();
  faults.useScenario([]);
  reportFaults.clear();
  reportFaults.useScenario([]);
};

const changeAccount = async (core: Core, deed: Deed): Promise<void> => {
  const { points, outOfPointsAfter, token, sender } = deed;
  if (points !== undefined) await setPoints(core, points);
  if (outOfPointsAfter !== undefined) await setOutOfPointsAfter(core, outOfPointsAfter);
  if (token !== undefined) setTokenRevoked(core, token === 'revoked');
  if (sender !== undefined && !(await setSenderStatus(core, sender.name, sender.status))) {
    throw new Error(`The scenario changes the sender name ${sender.name}, which this account does not have.`);
  }
};

const changeFaults = (core: Core, deed: Deed): void => {
  const { switches, latency, fault, reportFault, clearFaults: isClearing, reports } = deed;
  if (switches !== undefined) setSwitches(core, { ...switches });
  if (latency !== undefined) setLatency(core, latency);
  if (isClearing === true) clearFaults(core);
  if (fault !== undefined) core.faults.add(fault);
  if (reportFault !== undefined) core.reportFaults.add(reportFault);
  if (reports === 'paused') core.dispatcher.pause();
  if (reports === 'resumed') core.dispatcher.resume();
};

const changeNumbers = async (core: Core, { blacklist, optOut, incoming }: Deed): Promise<void> => {
  if (blacklist !== undefined) await putOnList(core, 'blacklist', normalizeNumber(blacklist, true) ?? blacklist, null);
  if (optOut !== undefined) await putOnList(core, 'optOuts', normalizeNumber(optOut, true) ?? optOut, null);
  if (incoming !== undefined) await core.inbox.receive(incoming);
};

/** Does what an event of a scenario wants. What concerns the account and the faults is done before the first pause. */
export const perform = async (core: Core, deed: Deed): Promise<void> => {
  changeFaults(core, deed);
  if (deed.clock !== undefined) setClock(core, deed.clock);
  await Promise.all([changeAccount(core, deed), changeNumbers(core, deed)]);
};

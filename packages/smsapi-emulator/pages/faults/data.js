import { ask, attempt } from '../core/api.js';
import { createLoader, listen } from '../core/live.js';
import { redraw, state } from '../core/store.js';

/**
 * @typedef {{ kind: string, status?: number, code?: number, ms?: number }} FaultReply
 * @typedef {{ id: number, reply: FaultReply, accepted: boolean, left: number | null, struck: number, rate?: number,
 *   numbers?: string, path?: string }} Fault
 * @typedef {{ now: string, aheadMs: number, pace: number, frozen: boolean }} Clock
 * @typedef {{ id: number, kind: string, left: number | null, struck: number, rate?: number, numbers?: string }} ReportFault
 * @typedef {{ profile: string, latency: { minMs?: number, maxMs?: number } }} Weather
 */

export const faults = {
  /** @type {readonly Fault[] | null} */
  list: null,
  /** How many more the scenario brings along. */
  ofScenario: 0,
  /** @type {readonly ReportFault[]} */
  reports: [],
  /** Scenario chosen in the form, not applied yet. @type {string | null} */
  scenario: null,
  /** @type {Clock | null} */
  clock: null,
  /** The browser's time when the clock was read, for it runs on between two readings. */
  readAt: 0,
  /** @type {Weather | null} */
  weather: null,
  /** Kind chosen in the form. */
  kind: 'status',
  /** Somebody asked to start afresh and has not said yes or no. */
  isAskedToReset: false,
};

export const loadFaults = createLoader(async () => {
  const [list, reports, clock, weather] = await Promise.all([
    ask('GET', 'faults'),
    ask('GET', 'report_faults'),
    ask('GET', 'clock'),
    ask('GET', 'state'),
  ]);
  faults.list = list.faults;
  faults.ofScenario = list.scenario.length + reports.scenario.length;
  faults.reports = reports.faults;
  faults.clock = clock;
  faults.readAt = Date.now();
  faults.weather = weather;
  redraw();
});

/** @param {Readonly<Record<string, unknown>>} rule */
export const addFault = async (rule) => {
  const isDone = await attempt(() => ask('POST', 'faults', rule));
  await loadFaults();
  return isDone;
};

/** @param {'PUT' | 'POST' | 'DELETE'} method @param {string} path @param {Readonly<Record<string, unknown>>} [body] */
export const order = async (method, path, body) => {
  const isDone = await attempt(() => ask(method, path, body));
  await loadFaults();
  return isDone;
};

/** The emulator's time now. @param {Clock} clock */
export const timeOn = ({ now, pace, frozen }) => Date.parse(now) + (frozen ? 0 : (Date.now() - faults.readAt) * pace);

const isOpen = () => state.place[0] === 'faults';

/** The clock on the page goes on by itself. */
const TICK_MS = 1_000;

export const followFaults = () => {
  listen(['settings', 'requests'], () => {
    if (isOpen()) void loadFaults();
  });
  setInterval(() => {
    if (isOpen() && document.visibilityState === 'visible') redraw();
  }, TICK_MS);
};

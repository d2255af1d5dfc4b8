import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { empty, json, notFound, problem, type Reply } from '../http/reply.ts';
import { setLatency } from '../control.ts';
import { NO_LATENCY } from '../faults/latency.ts';
import { faultRule, latency, latencyRules, reportFault } from '../scenario/read-faults.ts';
import { readWhole } from '../scenario/read.ts';

const wrong = (faults: readonly string[]): Reply => problem(400, 'invalid_request_data', faults.join(' '));

/** Rules of one kind: those added by hand, and those of the scenario. */
interface Rules {
  list(): readonly unknown[];
  ofScenario(): readonly unknown[];
  remove(id: number): boolean;
  clear(): void;
}

const show =
  (rulesOf: (core: Core) => Rules): Handler =>
  (core) =>
    json(200, { faults: rulesOf(core).list(), scenario: rulesOf(core).ofScenario() });

const clear =
  (rulesOf: (core: Core) => Rules): Handler =>
  (core) => {
    rulesOf(core).clear();
    return empty(204);
  };

const remove =
  (rulesOf: (core: Core) => Rules): Handler =>
  (core, { params }) =>
    rulesOf(core).remove(Number(params['id'])) ? empty(204) : notFound();

const ofRequests = ({ faults }: Core): Rules => faults;
const ofReports = ({ reportFaults }: Core): Rules => reportFaults;

export const getFaults = show(ofRequests);
export const deleteFaults = clear(ofRequests);
export const deleteFault = remove(ofRequests);

export const postFault: Handler = ({ faults }, { fields }) => {
  const rule = readWhole(faultRule, Object.fromEntries(fields));
  return rule.ok ? json(201, { id: faults.add(rule.value) }) : wrong(rule.faults);
};

export const getReportFaults = show(ofReports);
export const deleteReportFaults = clear(ofReports);
export const deleteReportFault = remove(ofReports);

export const postReportFault: Handler = ({ reportFaults }, { fields }) => {
  const rule = readWhole(reportFault, Object.fromEntries(fields));
  return rule.ok ? json(201, { id: reportFaults.add(rule.value) }) : wrong(rule.faults);
};

/** One delay for all, or `{"rules": […]}`; an empty object takes every delay away. */
export const putLatency: Handler = (core, { fields }) => {
  const given = Object.fromEntries(fields);
  if (fields.size === 0) {
    setLatency(core, NO_LATENCY);
    return empty(204);
  }
  const read = fields.has('rules') ? readWhole(latencyRules, given) : readWhole(latency, given);
  if (!read.ok) return wrong(read.faults);
  setLatency(core, 'rules' in read.value ? read.value.rules : read.value);
  return empty(204);
};

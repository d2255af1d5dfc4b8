import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { empty, json, problem, type Reply } from '../http/reply.ts';
import { PROFILE_NAMES } from '../profiles.ts';
import { setProfile } from '../scenario/control.ts';
import { readScenario, shippedScenarios } from '../scenario/file.ts';
import { loadScenario, obstacleTo } from '../scenario/load.ts';
import { parseScenario, scenarioEvent } from '../scenario/read-scenario.ts';
import { readWhole } from '../scenario/read.ts';
import type { Scenario } from '../scenario/scenario.ts';

const wrong = (...faults: readonly string[]): Reply => problem(400, 'invalid_request_data', faults.join(' '));

export const putProfile: Handler = (core, { fields }) => {
  const wanted = PROFILE_NAMES.find((name) => name === fields.get('name'));
  if (wanted === undefined) return wrong(`Field name must be one of: ${PROFILE_NAMES.join(', ')}.`);
  setProfile(core, wanted);
  return empty(204);
};

const show = (core: Core): Reply => {
  const { scenario, seed } = core.settings();
  return json(200, {
    scenario,
    seed,
    faults: core.faults.ofScenario(),
    reports: core.reportFaults.ofScenario(),
    events: core.schedule.list(),
  });
};

export const getScenario: Handler = (core) => show(core);

const start = async (core: Core, scenario: Scenario): Promise<Reply> => {
  const obstacle = obstacleTo(scenario, core);
  if (obstacle !== null) return wrong(obstacle);
  await loadScenario(core, scenario, 'running');
  return show(core);
};

/** A scenario, or `{"load": "bad-network"}` for one that comes along. Files elsewhere are nobody's business here. */
export const putScenario: Handler = async (core, { fields }) => {
  const name = fields.get('load');
  if (name !== undefined) {
    const known = await shippedScenarios();
    const wanted = known.find((one) => one === name);
    if (wanted === undefined) return wrong(`Field load must be one of: ${known.join(', ')}.`);
    return start(core, await readScenario(wanted));
  }
  const read = parseScenario(Object.fromEntries(fields));
  return read.ok ? start(core, read.value) : wrong(...read.faults);
};

export const postScenarioEvent: Handler = (core, { fields }) => {
  const read = readWhole(scenarioEvent, Object.fromEntries(fields));
  if (!read.ok) return wrong(...read.faults);
  core.schedule.add(read.value);
  return json(201, { events: core.schedule.list() });
};

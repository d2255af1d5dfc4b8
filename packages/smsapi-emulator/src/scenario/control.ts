import type { Core } from '../core.ts';
import { PROFILES, type ProfileName } from '../profiles.ts';
import { findScenario } from './file.ts';
import { loadScenario, obstacleTo } from './load.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';
import type { ScheduledEvent } from './schedule.ts';

/** The scenario in force, as a test holds it. */
export interface ScenarioControl {
  readonly name: string;
  /**
   * Replaces it: by the path of a file, by the name of one that comes along, or by an object.
   * Faults added by hand, messages and the balance stay where the new one does not name them.
   */
  load(scenario: string | Scenario): Promise<void>;
  /** What it still has in store, and what has happened of it. */
  events(): readonly ScheduledEvent[];
  /** Has something happen later: `{ at: 'PT1H', do: { token: 'revoked' } }`. */
  add(event: ScenarioEvent): void;
}

export const createScenarioControl = (core: Core): ScenarioControl => ({
  get name() {
    return core.settings().scenario.name;
  },
  async load(given) {
    const scenario = await findScenario(given);
    const obstacle = obstacleTo(scenario, core);
    if (obstacle !== null) throw new Error(obstacle);
    await loadScenario(core, scenario, 'running');
  },
  events: () => core.schedule.list(),
  add: (event) => core.schedule.add(event),
});

/** The built-in scenarios touch neither clock nor account, so that all of it is done at once. */
export const setProfile = (core: Core, name: ProfileName): void => {
  loadScenario(core, PROFILES[name], 'running').catch(core.onError);
};

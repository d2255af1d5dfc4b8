import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROFILES, type ProfileName } from '../profiles.ts';
import { parseScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';

/** Beside the sources, and beside what is made of them for the package. */
const SHIPPED = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const ENDING = '.json';

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Names of the scenarios that come with the emulator. */
export const shippedScenarios = async (): Promise<readonly string[]> =>
  (await readdir(SHIPPED)).filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));

/** A bare word is one of ours; everything else is a path. */
const pathOf = async (place: string): Promise<string> => {
  if (!/^[\w-]+$/.test(place)) return place;
  return (await shippedScenarios()).includes(place) ? join(SHIPPED, `${place}${ENDING}`) : place;
};

const readText = async (place: string): Promise<string> => {
  try {
    return await readFile(await pathOf(place), 'utf8');
  } catch (cause) {
    const known = (await shippedScenarios()).join(', ');
    throw new Error(
      `The scenario ${place} cannot be read. Give the path of a JSON file, or one of the names that come along: ${known}.`,
      { cause },
    );
  }
};

const parseText = (content: string, place: string): unknown => {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new Error(`The scenario ${place} is no JSON: ${sentenceOf(cause)}.`, { cause });
  }
};

/**
 * Reads a scenario: the path of a JSON file, or the name of one that comes with the emulator (`bad-network`).
 * @throws Error with all that is wrong with it, each sentence beginning with its place inside the file
 */
export const readScenario = async (place: string): Promise<Scenario> => {
  const outcome = parseScenario(parseText(await readText(place), place));
  if (outcome.ok) return outcome.value;
  throw new Error(`The scenario ${place} is not valid. ${outcome.faults.join(' ')}`);
};

/** One given as an object may come from a caller whose editor did not look at its types. */
const checkScenario = (value: Scenario): Scenario => {
  const outcome = parseScenario(value);
  if (outcome.ok) return outcome.value;
  throw new Error(`The scenario is not valid. ${outcome.faults.join(' ')}`);
};

/** By path, by name, or as it is. Throws all that is wrong with it. */
export const findScenario = async (scenario: string | Scenario): Promise<Scenario> =>
  typeof scenario === 'string' ? readScenario(scenario) : checkScenario(scenario);

/** The scenario an emulator starts with; a seed given beside it wins over its own. */
export const chooseScenario = async (options: {
  readonly profile?: ProfileName | undefined;
  readonly scenario?: string | Scenario | undefined;
  readonly seed?: number | undefined;
}): Promise<Scenario> => {
  const { profile, scenario, seed } = options;
  if (profile !== undefined && scenario !== undefined) throw new Error('Give a profile or a scenario, not both.');
  const chosen = scenario === undefined ? PROFILES[profile ?? 'calm'] : await findScenario(scenario);
  return seed === undefined ? chosen : { ...chosen, seed };
};

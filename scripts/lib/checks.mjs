import { run, toolScript } from './run.mjs';

/**
 * @typedef {{ name: string, args: readonly string[] }} Check
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * What must hold before any test is run.
 *
 * @param {string} folder - the folder of package.json
 * @returns {Check[]}
 */
export function staticChecks(folder) {
  const tsc = toolScript(folder, 'typescript', 'tsc');
  return [
    { name: 'format', args: [toolScript(folder, 'oxfmt'), '--check'] },
    { name: 'lint', args: [toolScript(folder, 'oxlint')] },
    { name: 'types', args: [tsc] },
    { name: 'types of scripts', args: [tsc, '-p', 'scripts'] },
    { name: 'types of the web', args: [tsc, '-p', 'apps/web'] },
    { name: 'types of the journeys', args: [tsc, '-p', 'test/e2e'] },
    { name: 'knip', args: [toolScript(folder, 'knip'), '--no-progress', '--no-config-hints'] },
  ];
}

/**
 * The walls of the house: who may import whom.
 *
 * @param {string} folder
 * @returns {Check}
 */
export function wallsCheck(folder) {
  return {
    name: 'walls',
    args: [toolScript(folder, 'vitest'), 'run', 'test/architecture.test.ts', '--reporter=default'],
  };
}

/**
 * Runs the checks side by side; each says one line, and all it printed when it fails.
 *
 * @param {import('./run.mjs').Shop} shop
 * @param {readonly Check[]} checks
 * @param {(text: string) => void} say
 * @returns {Promise<Tally>}
 */
export async function runChecks(shop, checks, say) {
  const verdicts = await Promise.all(
    checks.map(async ({ name, args }) => {
      const { code, output, seconds } = await run(shop, args);
      const fine = code === 0;
      say(`${fine ? 'ok  ' : 'FAIL'}  ${name} (${seconds.toFixed(1)} s)`);
      if (!fine) say(output.trim().replace(/^/gmu, '      '));
      return fine;
    }),
  );
  const passed = verdicts.filter(Boolean).length;
  return { passed, failed: verdicts.length - passed, skipped: 0 };
}

import { relative } from 'node:path';

/**
 * @typedef {import('./checks.mjs').Tally} Tally
 */

/**
 * Counts the tests of a run of Vitest. A file that could not even be loaded is one failure, and so is a run that
 * ended badly without naming a failed test: a crash must never look like success.
 *
 * @param {unknown} report - what the JSON reporter wrote; undefined when it wrote nothing readable
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function tallyVitest(report, exitCode) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const file of list(report, 'testResults')) {
    const verdicts = list(file, 'assertionResults').map((test) => field(test, 'status'));
    const failed = verdicts.filter((verdict) => verdict === 'failed').length;
    const passed = verdicts.filter((verdict) => verdict === 'passed').length;
    tally.passed += passed;
    tally.skipped += verdicts.length - passed - failed;
    tally.failed += failed === 0 && field(file, 'status') === 'failed' ? 1 : failed;
  }
  if (tally.failed === 0 && (exitCode !== 0 || tally.passed === 0)) tally.failed = 1;
  return tally;
}

/**
 * The files with tests that were skipped, and how many in each: what was not looked at is named, never only counted.
 *
 * @param {unknown} report
 * @param {string} folder - the folder of package.json; names are relative to it
 * @returns {{ file: string, count: number }[]}
 */
export function skippedFiles(report, folder) {
  return list(report, 'testResults')
    .map((file) => {
      const verdicts = list(file, 'assertionResults').map((test) => field(test, 'status'));
      const count = verdicts.filter((verdict) => verdict !== 'passed' && verdict !== 'failed').length;
      return { file: relative(folder, String(field(file, 'name'))).replaceAll('\\', '/'), count };
    })
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => one.file.localeCompare(other.file, 'en'));
}

/**
 * The last line of `npm test`.
 *
 * @param {Tally} tally
 */
export function countedLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {Tally} one
 * @param {Tally} other
 * @returns {Tally}
 */
export function addTallies(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown}
 */
function field(value, name) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown[]}
 */
function list(value, name) {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}

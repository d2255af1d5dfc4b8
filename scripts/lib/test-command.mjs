import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { runChecks, staticChecks } from './checks.mjs';
import { run, toolScript } from './run.mjs';
import { inShop } from './shop.mjs';
import { createProgress } from './progress.mjs';
import { addTallies, countedLine, tallyVitest } from './tally.mjs';
import { ensureWebBuilt } from './web-build.mjs';

/**
 * `npm test`: every check and every test, added up in the last line.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    const checks = await runChecks(shop, staticChecks(shop.folder), console.log);
    const unbuilt = await ensureWebBuilt(shop, createProgress(process.stdout));
    if (unbuilt !== undefined) console.log(unbuilt);
    const build = { passed: unbuilt === undefined ? 1 : 0, failed: unbuilt === undefined ? 0 : 1, skipped: 0 };
    const total = addTallies(addTallies(checks, build), await runTests(shop));
    console.log(countedLine(total));
    return total.failed === 0 ? 0 : 1;
  });
}

/**
 * @param {import('./run.mjs').Shop} shop
 * @returns {Promise<import('./checks.mjs').Tally>}
 */
async function runTests(shop) {
  const folder = mkdtempSync(join(tmpdir(), 'goniec-test-'));
  const reportPath = join(folder, 'vitest.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
    const { code } = await run(shop, [toolScript(shop.folder, 'vitest'), 'run', ...reporters], { show: true });
    return tallyVitest(readReport(reportPath), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @returns {unknown}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // Vitest crashed before it wrote it; its own words are on the screen
  }
}

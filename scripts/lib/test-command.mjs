import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bringBrowser } from './bring-browser.mjs';
import { runChecks, staticChecks } from './checks.mjs';
import { createProgress } from './progress.mjs';
import { run, toolScript } from './run.mjs';
import { inShop } from './shop.mjs';
import { noBrowserNotice, skippedNotice } from './skipped.mjs';
import { addTallies, countedLine, skippedFiles, tallyVitest } from './tally.mjs';
import { ensureWebBuilt } from './web-build.mjs';

/**
 * `npm test`: every check and every test, added up in the last line; what was skipped is named before it.
 *
 * @returns {Promise<number>} the exit code
 */
export function main() {
  return inShop(async (shop) => {
    const progress = createProgress(process.stdout);
    const checks = await runChecks(shop, staticChecks(shop.folder), console.log);
    const unbuilt = await ensureWebBuilt(shop, progress);
    if (unbuilt !== undefined) console.log(unbuilt);
    const browser = await bringBrowser(shop, progress);
    if (browser.why !== undefined) console.log(noBrowserNotice(browser.why));
    const { tests, skipped } = await runTests(shop, browser);
    const notice = skippedNotice(skipped, browser.why);
    if (notice !== '') console.log(notice);
    const own = [unbuilt === undefined, ...(browser.isWrong ? [false] : [])];
    const total = [checks, tallyOf(own), tests].reduce(addTallies);
    console.log(countedLine(total));
    return total.failed === 0 ? 0 : 1;
  });
}

/** @param {readonly boolean[]} verdicts */
function tallyOf(verdicts) {
  const passed = verdicts.filter(Boolean).length;
  return { passed, failed: verdicts.length - passed, skipped: 0 };
}

/**
 * @param {import('./run.mjs').Shop} shop
 * @param {import('./bring-browser.mjs').Browser} browser
 */
async function runTests(shop, browser) {
  const folder = mkdtempSync(join(tmpdir(), 'goniec-test-'));
  const reportPath = join(folder, 'vitest.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
    // what was settled here, no worker looks for again
    const env = browser.path === undefined ? { GONIEC_TEST_BROWSER: 'none' } : { CHROMIUM: browser.path };
    const { code } = await run(shop, [toolScript(shop.folder, 'vitest'), 'run', ...reporters], { show: true, env });
    const report = readReport(reportPath);
    return { tests: tallyVitest(report, code), skipped: skippedFiles(report, shop.folder) };
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

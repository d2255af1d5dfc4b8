/**
 * What a person waits for in the list of contractors, measured in the browser on the whole product, beside the target and beside what
 * the server alone takes for the same rows: a slow machine slows both. Run by `npm run bench`.
 */
import { rm } from 'node:fs/promises';
import type { Client } from '@goniec/contract';
import type { Browser, Page } from '@playwright/test';
import { startEmulator } from 'smsapi-emulator';
import { connectFirm } from '../../../test/e2e/support/firm.ts';
import { sitDown } from '../../../test/e2e/support/person.ts';
import { localApi } from '../../../test/e2e/support/local-access.ts';
import { signIn } from '../../../test/e2e/support/sign-in.ts';
import { browserPath, openBrowser } from '../../../test/support/browser.ts';
import { launch, temporaryHome } from '../../../test/support/launch.ts';
import { startOwnDatabase } from '../../../test/support/own-database.ts';
import { seedContractors } from './contractors.ts';
import { installStopwatch } from './stopwatch.ts';

const LONG = 100_000;
const LONGEST = 1_000_000;
const RUNS = 5;
/** After the first rows: by then nothing may move any more. */
const SETTLED_MS = 1_000;

const rowAt = (index: number): string => `[role="row"][aria-rowindex="${index + 2}"] [role="gridcell"]:nth-child(3)`;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

function report(what: string, times: readonly number[], targetMs: number, server: readonly number[]): void {
  const [mid, worst] = [median(times), Math.max(...times)];
  const verdict = mid <= targetMs ? '' : '  MISSED';
  console.log(
    `${what.padEnd(42)} ${seconds(mid)} (worst of ${times.length} ${seconds(worst)}), target ${seconds(targetMs)}, the server alone ${seconds(median(server))}${verdict}`,
  );
}

/** Measures one thing so many times. */
async function repeat(one: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await one());
  return times;
}

interface Stage {
  readonly browser: Browser;
  readonly url: string;
  readonly session: string;
  readonly api: Client;
}

const serverAlone = ({ api }: Stage, companyId: string, offset: number): Promise<number[]> =>
  repeat(async () => {
    const begin = performance.now();
    await api.listContractors({ params: { companyId }, query: { offset, limit: 100 } });
    return performance.now() - begin;
  });

/** A window without any cache, at the list of a company; from the first byte on. */
async function open({ browser, url, session }: Stage, companyId: string): Promise<{ page: Page; tookMs: number }> {
  const { page } = await sitDown(browser, url, session);
  await page.addInitScript(installStopwatch);
  await page.goto(`/firma/${companyId}/kontrahenci`, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.stopwatch !== undefined);
  const tookMs = await page.evaluate((row) => globalThis.stopwatch.until(row, 0), rowAt(0));
  return { page, tookMs };
}

async function measure(stage: Stage, long: string, longest: string): Promise<void> {
  const shifts: number[] = [];
  const moved = new Set<string>();
  const noteShifts = async (page: Page): Promise<void> => {
    shifts.push(await page.evaluate(() => globalThis.stopwatch.layoutShift()));
    for (const each of await page.evaluate(() => globalThis.stopwatch.moved())) moved.add(each);
  };
  const opening = async (): Promise<number> => {
    const { page, tookMs } = await open(stage, long);
    await page.waitForTimeout(SETTLED_MS);
    await noteShifts(page);
    await page.context().close();
    return tookMs;
  };
  report(`cold first screen, ${LONG} contractors`, await repeat(opening), 1_500, await serverAlone(stage, long, 0));

  const ending = async (): Promise<number> => {
    const { page } = await open(stage, long);
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    const tookMs = await page.evaluate(
      (row) => globalThis.stopwatch.until(row, globalThis.stopwatch.keyAt()),
      rowAt(LONG - 1),
    );
    await page.context().close();
    return tookMs;
  };
  report(`End to row ${LONG}`, await repeat(ending), 400, await serverAlone(stage, long, LONG - 100));

  const jumping = async (): Promise<number> => {
    const { page } = await open(stage, longest);
    const tookMs = await page.evaluate(
      (row) => {
        const grid = document.querySelector('[role="grid"]');
        const begin = performance.now();
        grid?.scrollTo(0, (grid.scrollHeight - grid.clientHeight) / 2);
        return globalThis.stopwatch.until(row, begin);
      },
      rowAt(LONGEST / 2),
    );
    await noteShifts(page);
    await page.context().close();
    return tookMs;
  };
  report(`into the middle of ${LONGEST}`, await repeat(jumping), 400, await serverAlone(stage, longest, LONGEST / 2));
  const worst = Math.max(...shifts);
  const what = worst > 0 ? `  MISSED by ${[...moved].join(', ')}` : '';
  console.log(`${'cumulative layout shift'.padEnd(42)} ${worst.toFixed(4)} at worst, target 0${what}`);
}

async function main(): Promise<void> {
  if (browserPath === undefined)
    return console.log('skipped: there is no browser here, see CHROMIUM in CONTRIBUTING.md');
  const database = await startOwnDatabase();
  const emulator = await startEmulator({ token: 'token-of-the-bench-0123456789' });
  const goniec = await launch({ home: temporaryHome(), env: { GONIEC_EMULATOR: 'off', DATABASE_URL: database.url } });
  const browser = await openBrowser();
  try {
    const api = await localApi(goniec);
    const [long, longest] = [LONG, LONGEST].map((count) => ({
      count,
      firm: connectFirm(api, emulator, { contractors: 0 }),
    }));
    if (long === undefined || longest === undefined) throw new Error('two companies');
    for (const { count, firm } of [long, longest]) {
      const begin = performance.now();
      await seedContractors(database, (await firm).companyId, count);
      console.log(`${count} contractors written in ${seconds(performance.now() - begin)}`);
    }
    const session = await signIn(goniec.url, goniec.signInLink ?? '');
    await measure(
      { browser, url: goniec.url, session, api },
      (await long.firm).companyId,
      (await longest.firm).companyId,
    );
  } finally {
    await browser.close();
    await goniec.stop();
    await emulator.close();
    await database.stop();
    await rm(goniec.home, { recursive: true, force: true });
  }
}

await main();

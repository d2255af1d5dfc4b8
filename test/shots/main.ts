/**
 * The pictures of docs/screens: the whole product, furnished with the sample file and campaigns in every state, at a moment that is
 * always the same. Run by `npm run shots`; `npm run shots -- draft log` takes only those.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Browser } from '@playwright/test';
import { createManualClock, fateOf, startEmulator } from 'smsapi-emulator';
import { loaded } from '../e2e/support/inspect.ts';
import { sitDown } from '../e2e/support/person.ts';
import { localApi } from '../e2e/support/local-access.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { openBrowser } from '../support/browser.ts';
import { launch, temporaryHome } from '../support/launch.ts';
import { startOwnDatabase } from '../support/own-database.ts';
import { stopClock } from './clock.ts';
import { furnish, FIRST_DAY, type Company } from './furnish.ts';
import { shrink } from './png.ts';
import { SCENES, type Scene } from './scenes.ts';

const root = join(import.meta.dirname, '../..');
const FOLDER = join(root, 'docs/screens');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface View {
  readonly file: string;
  readonly size: typeof DESK;
  readonly colorScheme: 'light' | 'dark';
}

const viewsOf = ({ name, phone }: Scene): readonly View[] => [
  { file: `${name}.png`, size: DESK, colorScheme: 'light' },
  { file: `${name}-dark.png`, size: DESK, colorScheme: 'dark' },
  ...(phone === true ? [{ file: `${name}-phone.png`, size: PHONE, colorScheme: 'light' } as const] : []),
];

interface Camera {
  readonly browser: Browser;
  readonly url: string;
  readonly session: string;
  readonly gatewayUrl: string;
}

async function photograph(
  { browser, url, session, gatewayUrl }: Camera,
  company: Company,
  scene: Scene,
  { file, size, colorScheme }: View,
): Promise<void> {
  const { page } = await sitDown(browser, url, session, { size, context: { colorScheme } });
  await stopClock(page, gatewayUrl);
  await page.goto(`/firma/${company.companyId}/${scene.place(company)}`);
  await loaded(page);
  await scene.prepare?.(page);
  await loaded(page);
  await page.evaluate(() => document.fonts.ready);
  const path = join(FOLDER, file);
  const before = await readFile(path).catch(() => null);
  const picture = shrink(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await page.unrouteAll({ behavior: 'ignoreErrors' }); // what is still on its way is nobody's any more
  await page.context().close();
  const isSame = before?.equals(picture) === true;
  if (!isSame) await writeFile(path, picture);
  console.log(`${isSame ? 'same   ' : 'written'} ${relative(root, path)} (${Math.round(picture.length / 1024)} kB)`);
}

async function main(names: readonly string[]): Promise<void> {
  const scenes = SCENES.filter(({ name }) => names.length === 0 || names.includes(name));
  await mkdir(FOLDER, { recursive: true });
  const database = await startOwnDatabase();
  const emulator = await startEmulator({
    token: 'token-of-the-pictures-0123456789',
    points: 480,
    account: { senders: ['ZRODLO'] },
    // every handset reports sooner or later, so that what is long ago is finished
    fateOf: (number) => (fateOf(number) === 'silent' ? 'undelivered' : fateOf(number)),
    seed: 1,
    clock: createManualClock(FIRST_DAY),
  });
  const goniec = await launch({
    home: temporaryHome(),
    env: { GONIEC_EMULATOR: 'off', DATABASE_URL: database.url, TZ: 'Europe/Warsaw' },
  });
  const browser = await openBrowser();
  try {
    const api = await localApi(goniec);
    const company = await furnish(api, database, emulator);
    const camera = {
      browser,
      url: goniec.url,
      gatewayUrl: emulator.url,
      session: await signIn(goniec.url, goniec.signInLink ?? ''),
    };
    for (const scene of scenes) for (const view of viewsOf(scene)) await photograph(camera, company, scene, view);
  } finally {
    await browser.close();
    await emulator.close(); // so that nothing is waited for
    await goniec.stop();
    await database.stop();
    await rm(goniec.home, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));

import { describe, expect, it } from 'vitest';
import { describeBrowser, lastWords } from './bring-browser.mjs';
import { browserPlaces } from './browser-places.mjs';
import { chooseBrowser, type BrowserHost } from './choose-browser.mjs';

type Env = Readonly<Record<string, string>>;

/** A computer with these files; all of its browsers run but the broken ones. */
const computer = (
  platform: string,
  files: readonly string[],
  {
    env = {},
    isRoot = false,
    broken = [],
    downloaded,
  }: Partial<Omit<BrowserHost, 'downloaded'>> & {
    readonly broken?: readonly string[];
    readonly downloaded?: string;
  } = {},
): BrowserHost => ({
  platform,
  env,
  isRoot,
  exists: (path) => files.includes(path),
  answers: (path) => !broken.includes(path),
  downloaded: () => downloaded,
});

const unix: Env = { PATH: '/usr/local/bin:/usr/bin', HOME: '/home/anna' };
const windows: Env = {
  PROGRAMFILES: String.raw`C:\Program Files`,
  'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)`,
  LOCALAPPDATA: String.raw`C:\Users\anna\AppData\Local`,
};

describe('the browser of the tests is found', () => {
  it.each([
    ['linux', '/usr/bin/chromium', unix],
    ['linux', '/usr/bin/google-chrome', unix],
    ['linux', '/opt/edge/microsoft-edge-stable', { PATH: '/opt/edge' }],
    ['linux', '/snap/bin/chromium', unix],
    ['linux', '/var/lib/flatpak/exports/bin/org.chromium.Chromium', unix],
    ['linux', '/home/anna/.local/share/flatpak/exports/bin/com.google.Chrome', unix],
    ['linux', '/usr/bin/chromium', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', unix],
    ['darwin', '/home/anna/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', unix],
    ['darwin', '/opt/homebrew/bin/chromium', { PATH: '/opt/homebrew/bin' }],
    ['win32', String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`, windows],
    ['win32', String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`, windows],
    ['win32', String.raw`C:\Users\anna\AppData\Local\Google\Chrome\Application\chrome.exe`, windows],
    ['win32', String.raw`C:\Users\anna\AppData\Local\Chromium\Application\chrome.exe`, windows],
    ['win32', String.raw`D:\tools\chromium.exe`, { Path: String.raw`D:\tools` }],
  ])('on %s: %s', (platform, path, env) => {
    expect(chooseBrowser(computer(platform, [path], { env }))).toEqual({ kind: 'found', path });
  });

  it('where CHROMIUM says, whatever else there is', () => {
    const host = computer('linux', ['/usr/bin/chromium', '/opt/mine'], { env: { ...unix, CHROMIUM: '/opt/mine' } });
    expect(chooseBrowser(host)).toEqual({ kind: 'found', path: '/opt/mine' });
  });

  it('behind one that does not run, and last where Playwright put it', () => {
    const files = ['/usr/bin/chromium-browser', '/home/anna/.cache/ms-playwright/chrome'];
    const host = { broken: ['/usr/bin/chromium-browser'], downloaded: files[1] ?? '', env: unix };
    expect(chooseBrowser(computer('linux', files, host))).toEqual({ kind: 'found', path: files[1] });
  });

  it('never twice at one place, and only by absolute paths', () => {
    for (const [platform, env] of [
      ['linux', unix],
      ['darwin', unix],
      ['win32', windows],
    ] as const) {
      const places = browserPlaces(platform, env);
      expect(places.filter((place) => !/^(?:\/|[A-Z]:\\)/.test(place))).toEqual([]);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe('a computer without a browser', () => {
  const debian = ['/etc/debian_version', '/usr/bin/apt-get'];
  const without = (platform: string, files: readonly string[], isRoot: boolean, wish?: string) =>
    chooseBrowser(
      computer(platform, files, { isRoot, env: { ...unix, ...(wish ? { GONIEC_TEST_BROWSER: wish } : {}) } }),
    );

  it.each([
    ['root on Debian', 'linux', debian, true, undefined, ['apt', 'playwright']],
    ['anybody else on Debian', 'linux', debian, false, undefined, ['playwright']],
    ['root on another Linux', 'linux', [], true, undefined, ['playwright']],
    ['a Mac', 'darwin', [], false, undefined, ['playwright']],
    ['Windows', 'win32', [], false, undefined, ['playwright']],
    ['whoever wants no installation', 'linux', debian, true, 'found', []],
  ])('gets one, %s', (_who, platform, files, isRoot, wish, installers) => {
    expect(without(platform, files, isRoot, wish)).toEqual({ kind: 'missing', installers });
  });

  it('is left alone when somebody says so, even if there were one', () => {
    expect(without('linux', ['/usr/bin/chromium'], true, 'none')).toEqual({ kind: 'unwanted' });
  });

  it.each([
    [{ CHROMIUM: '/nowhere' }, /CHROMIUM=\/nowhere/],
    [{ GONIEC_TEST_BROWSER: 'perhaps' }, /install, found or none/],
  ])('is told that %j cannot be', (env, sentence) => {
    const choice = chooseBrowser(computer('linux', ['/usr/bin/chromium'], { env: { ...unix, ...env } }));
    expect(describeBrowser(choice, [])).toEqual({
      path: undefined,
      why: expect.stringMatching(sentence),
      isWrong: true,
    });
  });

  it('is told what was tried and what to do', () => {
    const { why } = describeBrowser({ kind: 'missing', installers: [] }, ['playwright: Error: getaddrinfo ENOTFOUND']);
    expect(why).toMatch(/There is no Chromium.*\nTried playwright: .*ENOTFOUND\nTo get one: .*CHROMIUM/);
  });

  it.each([
    [
      'Downloading\nError: getaddrinfo ENOTFOUND\n    at lookup\nError: Download failure, code=1\n',
      'Error: getaddrinfo ENOTFOUND',
    ],
    ['E: Unable to locate package chromium\n', 'E: Unable to locate package chromium'],
    ['something else\nlast', 'last'],
    ['', 'no answer in time'],
  ])('hears of an installer that said %j: %s', (output, words) => {
    expect(lastWords(output)).toBe(words);
  });
});

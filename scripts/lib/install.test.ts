import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureInstalled } from './install.mjs';

// stands in for the npm program, not for our code: it installs by writing npm's own record
const npmProgram = String.raw`
const { appendFileSync, copyFileSync, mkdirSync } = require('node:fs');
appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\n');
console.error('npm warn EBADENGINE Unsupported engine');
console.error('npm http fetch GET 200 https://example.test/a/-/a-1.0.0.tgz 12ms');
if (process.argv[2] === 'wait') setInterval(() => undefined, 1000);
else if (process.argv[2] === 'fail') { console.error('npm error code ENOTFOUND'); process.exitCode = 1; }
else {
  mkdirSync('node_modules', { recursive: true });
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}
`;
const lock = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };

vi.setConfig({ testTimeout: 60_000 }); // each test starts programs, on machines that may be busy

let folder: string;
const said: string[] = [];
const progress = {
  step: (text: string) => void said.push(text),
  detail: (text: string) => void said.push(text),
  clear: () => undefined,
};
const calls = (): string[] => readFileSync(join(folder, 'calls.txt'), 'utf8').trim().split('\n');

function install(mood: readonly string[], signal = new AbortController().signal) {
  return ensureInstalled({
    folder,
    progress,
    signal,
    npm: { file: process.execPath, args: [join(folder, 'npm.cjs'), ...mood] },
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goniec źdźbło '));
  said.length = 0;
  writeFileSync(join(folder, 'npm.cjs'), npmProgram);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('ensureInstalled', () => {
  it('installs what is missing, shows how far it is, and is silent the next time', async () => {
    expect(await install([])).toMatchObject({ ok: true });
    expect(calls()).toEqual(['ci --include=dev --loglevel=http --color=false']);
    expect(said).toContain('Instaluję zależności');
    expect(said.some((text) => /^1 z 1 pakietów, \d+ s$/u.test(text))).toBe(true);

    said.length = 0;
    expect(await install([])).toMatchObject({ ok: true });
    expect(calls()).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it('installs again when the lock file has changed', async () => {
    await install([]);
    const newer = { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(newer));

    expect(await install([])).toMatchObject({ ok: true });
    expect(calls()).toHaveLength(2);
  });

  it("shows npm's words without its chatter when it fails, and what to do", async () => {
    const result = await install(['fail']);

    expect(result).toEqual({
      ok: false,
      sentence: expect.stringMatching(/^npm error code ENOTFOUND\n\nNie udało się zainstalować zależności .*Sprawdź/u),
    });
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  });

  it('stops npm when it is interrupted', async () => {
    const controller = new AbortController();
    const result = install(['wait'], controller.signal);
    await expect.poll(() => existsSync(join(folder, 'calls.txt')), { timeout: 15_000 }).toBe(true);
    controller.abort();

    expect(await result).toEqual({ ok: false, sentence: expect.stringContaining('Przerwano instalację') });
  });
});

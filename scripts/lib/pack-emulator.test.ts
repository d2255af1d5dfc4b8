import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { npmCommand } from './npm.mjs';
import { packEmulator } from './pack-emulator.mjs';
import { root } from './pinned-node.mjs';
import { toolScript } from './run.mjs';

vi.setConfig({ testTimeout: 120_000 }); // each test starts a program, some a compiler, on machines that may be busy

/** A stranger's project: nothing in it but what the tarball brings. */
const home = mkdtempSync(join(tmpdir(), 'obcy folder '));
const installed = join(home, 'node_modules', 'smsapi-emulator');

/** The oldest Node from 20 on that this machine has: the package promises to run there. */
const oldestNode = (): string => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, major: Number(spawnSync(path, ['-p', 'process.versions.node.split(".")[0]']).stdout) }))
    .filter(({ major }) => major >= 20)
    .toSorted((one, other) => one.major - other.major);
  return found[0]?.path ?? process.execPath;
};

const node = oldestNode();

const run = (args: readonly string[], file = node) =>
  spawnSync(file, args, { cwd: home, encoding: 'utf8', env: { ...process.env, SMSAPI_EMULATOR_TOKEN: '' } });

beforeAll(async () => {
  const tarballs = join(home, 'paczki');
  mkdirSync(tarballs);
  const shop = { node: process.execPath, folder: root, signal: new AbortController().signal };
  const tarball = await packEmulator(shop, tarballs);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  const npm = npmCommand();
  const args = [...(npm?.args ?? []), 'install', '--offline', '--no-audit', '--no-fund', tarball];
  const { status, stderr } = run(args, npm?.file);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}, 120_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

const SEND_ONE = `
  const emulator = await startEmulator({ token: 'secret', speed: 1000 });
  const page = await fetch(emulator.url + '/_emulator');
  const answer = await fetch(emulator.url + '/sms.do?format=json&to=500100200&message=Dzie%C5%84', {
    headers: { authorization: 'Bearer secret' },
  });
  const { count } = await answer.json();
  await emulator.idle();
  console.log(JSON.stringify([page.status, count, emulator.ledger.received('48500100200').map(({ text }) => text)]));
  await emulator.close();
`;

describe('the packed emulator', () => {
  it('comes alone', () => {
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'smsapi-emulator',
    ]);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('private');
    expect(readdirSync(installed)).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'pages', 'scenarios']));
  });

  it.each([
    ['an ES module', 'send.mjs', `import { startEmulator } from 'smsapi-emulator';${SEND_ONE}`],
    ['CommonJS', 'send.cjs', `const { startEmulator } = require('smsapi-emulator');(async () => {${SEND_ONE}})();`],
  ])('starts, shows its page and takes a text in %s', (_, name, source) => {
    writeFileSync(join(home, name), source);
    const { stdout, stderr } = run([name]);
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: '[200,1,["Dzień"]]', stderr: '' });
  });

  it('starts as a command and takes a text', async () => {
    const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const child = spawn(node, [join(installed, bin['smsapi-emulator']), '--port', '0'], { cwd: home });
    onTestFinished(() => void child.kill('SIGKILL'));
    const url = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const found = /listens on (\S+)/.exec(out)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.stderr.on('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
    });
    const answer = await fetch(`${url}/sms.do?to=500100200&message=a`, {
      headers: { authorization: 'Bearer emulator-token' },
    });
    expect(await answer.text()).toMatch(/^OK:\d+:0\.15$/);
  });

  it.each([
    ['nodenext', 'module.ts', true],
    ['nodenext, CommonJS', 'common.cts', true],
    ['bundler', 'bundled.ts', false],
  ])('has types that compile under strict with %s', (_, name, isNode) => {
    writeFileSync(
      join(home, name),
      `import { createManualClock, startEmulator, type Emulator, type EmulatorOptions } from 'smsapi-emulator';
       const options: EmulatorOptions = { clock: createManualClock(), switches: { idxHours: 96 } };
       export const use = async (): Promise<string | undefined> => {
         const emulator: Emulator = await startEmulator(options);
         // @ts-expect-error -- no such switch: the types are there, and are not any
         emulator.setSwitches({ nonsense: true });
         return emulator.ledger.received('48500100200')[0]?.text;
       };`,
    );
    const modules = isNode ? ['--module', 'nodenext'] : ['--module', 'preserve', '--moduleResolution', 'bundler'];
    const types = ['--typeRoots', join(root, 'node_modules', '@types'), '--types', 'node'];
    const flags = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--ignoreConfig', '--target', 'es2023'];
    const { stdout } = run(
      [toolScript(root, 'typescript', 'tsc'), ...flags, ...modules, ...types, name],
      process.execPath,
    );
    expect(stdout).toBe('');
  });
});

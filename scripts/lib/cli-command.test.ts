import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runScript } from '../../test/support/launch.ts';

// stands in for the client: TypeScript, so that it also proves which Node runs it
const client = `
process.on('SIGINT', () => { console.log('interrupted'); process.exit(9); });
const [mood, ...rest]: string[] = process.argv.slice(2);
if (mood === 'echo') console.log(JSON.stringify({ rest, cwd: process.cwd(), node: process.execPath }));
else if (mood === 'code') process.exitCode = Number(rest[0]);
else { console.log('waiting'); setInterval(() => undefined, 1000); }
`;

vi.setConfig({ testTimeout: 60_000 }); // each test starts programs, on machines that may be busy

let folder: string;
let entry: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goniec cli łódź '));
  entry = join(folder, 'entry.mjs');
  writeFileSync(join(folder, 'client.ts'), client);
  mkdirSync(join(folder, 'node_modules'));
  for (const lock of ['package-lock.json', join('node_modules', '.package-lock.json')]) {
    writeFileSync(join(folder, lock), JSON.stringify({ packages: {} }));
  }
  const launcher = JSON.stringify(new URL('cli-command.mjs', import.meta.url).href);
  const script = `import.meta.dirname + '/client.ts'`;
  writeFileSync(
    entry,
    `import { main } from ${launcher};\nprocess.exitCode = await main({ folder: import.meta.dirname, script: ${script} });\n`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npx goniec', () => {
  it('passes the arguments on as they are and stays in the folder of the user', async () => {
    const rest = ['import', 'plik ze spacją.csv', '--json', ''];
    const { stdout, code } = await runScript(entry, ['echo', ...rest], {}).ended;

    expect(JSON.parse(stdout)).toMatchObject({ rest, cwd: process.cwd() });
    expect(code).toBe(0);
  });

  it('ends with the exit code of the client', async () => {
    expect(await runScript(entry, ['code', '4'], {}).ended).toEqual({ code: 4, stdout: '', stderr: '' });
  });

  it.skipIf(process.platform === 'win32')('passes Ctrl+C on', async () => {
    const program = runScript(entry, ['wait'], {});
    await program.says(/waiting/u);
    program.signal('SIGINT');

    expect(await program.ended).toMatchObject({ code: 9, stdout: 'waiting\ninterrupted\n' });
  });

  it.skipIf(process.platform === 'win32')('dies of the signal that the client died of', async () => {
    const program = runScript(entry, ['wait'], {});
    await program.says(/waiting/u);
    program.signal('SIGTERM');

    expect(await program.ended).toMatchObject({ code: null, stdout: 'waiting\n' });
  });

  it('says what to do when the dependencies are not installed', async () => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const { code, stderr } = await runScript(entry, ['echo'], {}).ended;

    expect(code).toBe(1);
    expect(stderr).toMatch(/^Zależności Gońca nie są zainstalowane.* npm start w folderze .*łódź [^\n]*\n$/u);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { OPERATIONS } from '../src/openapi/document.ts';
import { start } from './support.ts';

vi.setConfig({ testTimeout: 60_000 }); // each test starts programs, on machines that may be busy

const HERE = fileURLToPath(new URL('./', import.meta.url));
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const sectionOf = (title: string): string => README.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

const examples = [...sectionOf('Your language').matchAll(/^\*\*(\w+)\*\*, (.+?):\n\n```(\w+)\n([\s\S]*?)^```/gm)].map(
  ([, language = '', how = '', ending = '', source = '']) => ({ name: `${language}, ${how}`, ending, source }),
);

interface Ran {
  readonly out: string;
  readonly failed: string;
}

/** Runs a source from the standard input, in this folder: there a module finds the vendor's client. */
const run = (command: readonly string[], source: string): Promise<Ran> =>
  new Promise((resolve) => {
    const [file = '', ...args] = command;
    const child = spawn(file, args, { cwd: HERE });
    let out = '';
    let failed = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (failed += chunk.toString()));
    child.on('error', (error) => resolve({ out, failed: error.message }));
    child.on('close', () => resolve({ out, failed }));
    child.stdin.end(source);
  });

const works = (file: string, ...args: readonly string[]): boolean => spawnSync(file, args).status === 0;

/** What runs an example; null when this machine has it not. */
const interpreterFor = (ending: string, source: string): readonly string[] | null => {
  if (ending === 'js') return [process.execPath, '--input-type=module'];
  if (ending === 'php') return !source.includes('vendor/') && works('php', '-r', 'curl_init();') ? ['php'] : null;
  const modules = source.includes('smsapi.client') ? 'smsapi.client' : 'urllib.request';
  const python = ['python3', 'python'].find((name) => works(name, '-c', `import ${modules}`));
  return python === undefined ? null : [python, '-'];
};

describe('the examples of the README', () => {
  it('are there', () => {
    expect(examples.map(({ ending }) => ending)).toEqual(['js', 'php', 'php', 'python', 'python']);
  });

  for (const { name, ending, source } of examples) {
    const interpreter = interpreterFor(ending, source);
    it.skipIf(interpreter === null)(`send a text with ${name}`, async () => {
      const emulator = await start({ token: 'emulator-token' });
      const opened = `${ending === 'php' ? '<?php\n' : ''}${source}`;
      const ran = await run(interpreter ?? [], opened.replaceAll('http://127.0.0.1:8089', emulator.url));
      expect(ran).toEqual({ out: expect.stringMatching(/^\d{19} QUEUE\s*$/), failed: '' });
      await emulator.idle();
      expect(emulator.ledger.received('48500100050').map(({ text }) => text)).toEqual(['Dzień dobry']);
    });
  }

  // Windows quotes otherwise.
  it.skipIf(process.platform === 'win32' || !works('curl', '--version'))('send a text with curl', async () => {
    const emulator = await start({ token: 'emulator-token' });
    const command = /```sh\n([\s\S]*?)```/.exec(sectionOf('Five minutes'))?.[1] ?? '';
    const { out } = await run(['sh'], command.replaceAll('http://127.0.0.1:8089', emulator.url));
    expect(JSON.parse(out)).toMatchObject({ count: 1, list: [{ number: '48500100200', idx: 'a1', parts: 1 }] });
  });
});

const pathLike = (path: string): string => `/${path.replace(/^\//, '').replaceAll(/\{\w+\}|:\w+/g, '*')}`;

describe('the table of what is played', () => {
  const [table = ''] = sectionOf('What is played').split('\n### ');
  const rows = table.split('\n').flatMap((line) => {
    const [, cell = '', , confidence = ''] = line.split(/(?<!\\)\|/);
    const paths = [...cell.matchAll(/`([^` ]+)[^`]*`/g)].map(([, path = '']) => pathLike(path));
    return line.startsWith('| `') && /^ [A-E ]+$/.test(confidence) ? [{ paths, confidence: confidence.trim() }] : [];
  });

  it('names every path, with the letters of its operations', () => {
    const letters = new Map(rows.map((row) => [row, new Set<string>()]));
    const isOwn = (path: string): boolean => /^\/(?:_emulator\b|l\/|$)/.test(path);
    for (const [route, operation] of Object.entries(OPERATIONS)) {
      const path = pathLike(route.split(' ')[1] ?? '');
      if (isOwn(path)) continue;
      const covers = (one: string): boolean => path === one || path.startsWith(`${one}/`);
      const fit = rows
        .flatMap((row) => row.paths.filter(covers).map((one) => ({ row, length: one.length })))
        .toSorted((a, b) => b.length - a.length)[0];
      expect(fit, route).toBeDefined();
      for (const letter of operation.confidence.split(' ')) if (fit !== undefined) letters.get(fit.row)?.add(letter);
    }
    for (const [{ paths, confidence }, found] of letters) {
      expect(confidence, paths.join()).toBe([...found].toSorted().join(' '));
    }
  });
});

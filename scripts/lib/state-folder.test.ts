import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emulatorToken, lastLines, makeStateFolder, openLog } from './state-folder.mjs';

let home: string;

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'goniec żuk ')), 'dane');
});

afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

describe('makeStateFolder', () => {
  it('makes it, and bears that it is there', () => {
    expect([makeStateFolder(home), makeStateFolder(home)]).toEqual([undefined, undefined]);
  });

  it('says what to do when it cannot', () => {
    writeFileSync(home, 'a file');
    expect(makeStateFolder(home)).toMatch(/^Nie można utworzyć folderu danych .*żuk .*\(E.*GONIEC_HOME\.$/u);
  });
});

describe('emulatorToken', () => {
  it('is made once, and again when the file was emptied', () => {
    makeStateFolder(home);
    const token = emulatorToken(home);
    expect(emulatorToken(home)).toBe(token);

    writeFileSync(join(home, 'emulator', 'token'), '\n');
    expect(emulatorToken(home)).toMatch(/^[0-9a-f]{40}$/u);
    expect(emulatorToken(home)).not.toBe(token);
  });
});

describe('logs', () => {
  it('keeps this one and the one before', () => {
    makeStateFolder(home);
    for (const text of ['first', 'second', 'third']) {
      const log = openLog(join(home, 'logs'), 'server');
      writeSync(log.descriptor, text);
      log.close();
    }
    expect(readFileSync(join(home, 'logs', 'server.log'), 'utf8')).toBe('third');
    expect(readFileSync(join(home, 'logs', 'server.previous.log'), 'utf8')).toBe('second');
  });

  it('shows the end of one', () => {
    makeStateFolder(home);
    const path = join(home, 'a.log');
    writeFileSync(path, 'one\n\ntwo\nthree\n');
    expect(lastLines(path, 3)).toBe('\n  two\n  three');
    writeFileSync(path, '\n');
    expect(lastLines(path)).toBe('  (pusty)');
  });
});

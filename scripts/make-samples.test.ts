import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { differingSamples, makeSamples } from './make-samples.ts';

describe('makeSamples', () => {
  it('writes the same bytes on every run', () => {
    expect(makeSamples()).toEqual(makeSamples());
  });

  it('has written the committed files', () => {
    expect(differingSamples(makeSamples(), new URL('../samples/', import.meta.url))).toEqual([]);
  });
});

describe('differingSamples', () => {
  it('names the files that are missing or have other bytes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'próbki plików '));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const samples = ['same', 'other', 'missing'].map((name) => ({ name, bytes: new TextEncoder().encode(name) }));
    writeFileSync(join(folder, 'same'), 'same');
    writeFileSync(join(folder, 'other'), 'Other');
    expect(differingSamples(samples, pathToFileURL(folder + sep))).toEqual(['other', 'missing']);
  });
});

describe('node scripts/make-samples.ts', () => {
  it('checks the committed files when asked', () => {
    const script = fileURLToPath(new URL('make-samples.ts', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 60_000);
});

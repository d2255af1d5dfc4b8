import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enter } from './enter.mjs';

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

describe('enter', () => {
  it.each(['12.22.0', '18.20.4', '19.9.0'])('answers Node %s with one sentence and loads nothing', async (version) => {
    const complain = vi.spyOn(console, 'error').mockReturnValue();
    await enter(() => Promise.reject(new Error('loaded')), version);

    expect(complain.mock.calls).toEqual([[expect.stringContaining(`Node.js 20 lub nowszego, a ten to ${version}.`)]]);
    expect(process.exitCode).toBe(1);
  });

  it('runs the command and takes its exit code', async () => {
    await enter(() => Promise.resolve({ main: () => Promise.resolve(3) }), '20.0.0');
    expect(process.exitCode).toBe(3);
  });

  it('is written so that an old Node can read it', () => {
    const newer = /\?\.|\?\?|\|\|=|\bstatic \{|^import |await/mu;
    expect(readFileSync(new URL('enter.mjs', import.meta.url), 'utf8')).not.toMatch(newer);
  });
});

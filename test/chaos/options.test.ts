import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (...args: readonly string[]) => readOptions(args, () => 42);

describe('readOptions', () => {
  it('has a default for everything, and draws a seed', () => {
    expect(read()).toEqual({
      ok: true,
      options: { kills: 1_000, seed: 42, workers: 2, restEvery: 250, report: null, folder: null },
    });
  });

  it('takes what is given', () => {
    const given = [
      '--kills',
      '9',
      '--seed',
      '0',
      '--workers',
      '1',
      '--rest',
      '3',
      '--report',
      'a b.md',
      '--folder',
      'x',
    ];
    expect(read(...given)).toEqual({
      ok: true,
      options: { kills: 9, seed: 0, workers: 1, restEvery: 3, report: 'a b.md', folder: 'x' },
    });
  });

  it.each([['--kills', '0'], ['--kills', 'many'], ['--seed', '-1'], ['--workers', '0'], ['--colour'], ['stray']])(
    'refuses %s %s with the usage',
    (...args) => {
      expect(read(...args)).toMatchObject({ ok: false, sentence: expect.stringContaining('npm run chaos') });
    },
  );
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeSwitches, DEFAULT_SWITCHES } from './switches.ts';

describe('switches', () => {
  it('take only names and values they know', () => {
    expect(changeSwitches(DEFAULT_SWITCHES, { ids: 'hex', idxHours: 96 })).toMatchObject({
      ok: true,
      switches: { ids: 'hex', idxHours: 96, points: 'number' },
    });
    expect(
      changeSwitches(DEFAULT_SWITCHES, { ids: 'octal', idxHours: -1, links: 'no', nonsense: 1, toString: 1 }),
    ).toEqual({
      ok: false,
      faults: [
        'Switch ids takes one of: decimal, hex.',
        'Switch idxHours takes a number that is not negative.',
        'Switch links takes a boolean.',
        'There is no switch named nonsense.',
        'There is no switch named toString.',
      ],
    });
  });

  it('are all in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(Object.keys(DEFAULT_SWITCHES).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FATE_RULES, fateOf } from './fates.ts';

describe('fates', () => {
  it.each(FATE_RULES.map((rule) => [rule.ending, rule.fate] as const))(
    'a number ending in %s is %s',
    (ending, fate) => {
      expect(fateOf('48500123456'.slice(0, -ending.length) + ending)).toBe(fate);
    },
  );

  it('lets about nine of ten ordinary numbers be delivered', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => fateOf(String(48_500_100_000 + index)));
    const delivered = all.filter((fate) => fate === 'delivered').length / all.length;
    expect(delivered).toBeGreaterThan(0.87);
    expect(delivered).toBeLessThan(0.92);
  });

  it('are all in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const missing = FATE_RULES.filter((rule) => !readme.includes(`…${rule.ending}`));
    expect(missing).toEqual([]);
  });
});

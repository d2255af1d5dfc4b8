import { describe, expect, it } from 'vitest';
import { isStale, parseApiKey } from './access.ts';

const secret = `a_-Z${'x'.repeat(39)}`;

describe('parseApiKey', () => {
  it('parts a key whose secret has underscores itself', () => {
    expect(parseApiKey(`goniec_k3x9abcd_${secret}`)).toEqual({ prefix: 'goniec_k3x9abcd', secret });
  });

  it.each([
    '',
    'goniec_',
    `goniec_k3x9abcd_${secret}x`,
    `goniec_k3x9abcd_${secret.slice(1)}`,
    `goniec_K3x9abcd_${secret}`,
    `other_k3x9abcd_${secret}`,
    ` goniec_k3x9abcd_${secret}`,
    `goniec_k3x9abcd_${secret}\n`,
  ])('does not take %j for a key', (text) => {
    expect(parseApiKey(text)).toBeNull();
  });
});

describe('isStale', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  it('renews a mark of last use once a minute, not at every request', () => {
    expect(isStale(null, now)).toBe(true);
    expect(isStale(new Date(now.getTime() - 59_999), now)).toBe(false);
    expect(isStale(new Date(now.getTime() - 60_000), now)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createFaults, type Target } from './faults.ts';
import { PROFILES } from './profiles.ts';

const target = (ordinal: number, over: Partial<Target> = {}): Target => ({
  path: '/sms.do',
  numbers: () => ['48500100200'],
  ordinal,
  ...over,
});

const run = (seed: number) => {
  const faults = createFaults(seed);
  return Array.from({ length: 10_000 }, (_, nth) => {
    const fault = faults.strike(target(nth), PROFILES.chaos.faults);
    return fault === null ? 'none' : `${fault.reply.kind} ${fault.accepted}`;
  });
};

describe('faults', () => {
  it('strike the next so many requests and are gone', () => {
    const faults = createFaults(1);
    faults.add({ reply: { kind: 'hang' }, accepted: true, next: 2 });
    expect([1, 2, 3].map((nth) => faults.strike(target(nth), [])?.reply.kind ?? 'none')).toEqual([
      'hang',
      'hang',
      'none',
    ]);
    expect(faults.list()).toEqual([]);
  });

  it('strike only their path and their numbers', () => {
    const faults = createFaults(1);
    faults.add({ reply: { kind: 'cut' }, accepted: false, numbers: '00$' });
    expect(faults.strike(target(1, { path: '/profile' }), [])).toBeNull();
    expect(faults.strike(target(2, { numbers: () => ['48500100201'] }), [])).toBeNull();
    expect(faults.strike(target(3), [])).not.toBeNull();
    faults.add({ reply: { kind: 'cut' }, accepted: false, path: '*' });
    expect(faults.strike(target(4, { path: '/profile' }), [])).not.toBeNull();
  });

  it('refuse a pattern that cannot be compiled', () => {
    expect(() => createFaults(1).add({ reply: { kind: 'cut' }, accepted: false, numbers: '(' })).toThrow(SyntaxError);
  });

  it('stay until they are removed', () => {
    const faults = createFaults(1);
    const id = faults.add({ reply: { kind: 'cut' }, accepted: false });
    expect(faults.strike(target(1), [])).not.toBeNull();
    expect([faults.remove(id), faults.remove(id)]).toEqual([true, false]);
    expect(faults.strike(target(2), [])).toBeNull();
  });

  it('of the chaos profile come as often as promised, and the same with the same seed', () => {
    const first = run(7);
    expect(run(7)).toEqual(first);
    expect(run(8)).not.toEqual(first);
    const hangs = first.filter((kind) => kind === 'hang true').length / first.length;
    expect(hangs).toBeGreaterThan(0.04);
    expect(hangs).toBeLessThan(0.06);
  });
});

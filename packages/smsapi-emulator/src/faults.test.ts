import { describe, expect, it } from 'vitest';
import { createFaults, type FaultRule, type Faults, type Target } from './faults.ts';
import { PROFILES } from './profiles.ts';

const target = (ordinal: number, over: Partial<Target> = {}): Target => ({
  path: '/sms.do',
  numbers: () => ['48500100200'],
  ordinal,
  ...over,
});

const faultsOf = (seed = 1): Faults => createFaults({ seed: () => seed, now: () => 0 });

const cut: FaultRule = { reply: { kind: 'cut' }, accepted: false };

const runWith = (faults: Faults, requests = 10_000): readonly string[] =>
  Array.from({ length: requests }, () => {
    const fault = faults.strike(target(faults.arrive()));
    return fault === null ? 'none' : `${fault.reply.kind} ${fault.accepted}`;
  });

const run = (seed: number): readonly string[] => {
  const faults = faultsOf(seed);
  faults.useScenario(PROFILES.chaos.faults ?? []);
  return runWith(faults);
};

describe('faults', () => {
  it('strike the next so many requests and are gone', () => {
    const faults = faultsOf();
    faults.add({ reply: { kind: 'hang' }, accepted: true, next: 2 });
    expect([1, 2, 3].map((nth) => faults.strike(target(nth))?.reply.kind ?? 'none')).toEqual(['hang', 'hang', 'none']);
    expect(faults.list()).toEqual([]);
  });

  it('strike only their path and their numbers', () => {
    const faults = faultsOf();
    faults.add({ ...cut, numbers: '00$' });
    expect(faults.strike(target(1, { path: '/profile' }))).toBeNull();
    expect(faults.strike(target(2, { numbers: () => ['48500100201'] }))).toBeNull();
    expect(faults.strike(target(3))).not.toBeNull();
    faults.add({ ...cut, path: '/contacts*' });
    expect(faults.strike(target(4, { path: '/profile' }))).toBeNull();
    expect(faults.strike(target(5, { path: '/contacts/groups' }))).not.toBeNull();
    faults.add({ ...cut, path: '*' });
    expect(faults.strike(target(6, { path: '/profile' }))).not.toBeNull();
  });

  it('refuse a pattern that cannot be compiled', () => {
    expect(() => faultsOf().add({ ...cut, numbers: '(' })).toThrow(SyntaxError);
  });

  it('stay until they are removed', () => {
    const faults = faultsOf();
    const id = faults.add(cut);
    expect(faults.strike(target(1))).not.toBeNull();
    expect([faults.remove(id), faults.remove(id)]).toEqual([true, false]);
    expect(faults.strike(target(2))).toBeNull();
  });

  it('added by hand come before those of the scenario, and leave them to it when they are used up', () => {
    const faults = faultsOf();
    faults.useScenario([{ ...cut, next: 1 }]);
    faults.add({ reply: { kind: 'hang' }, accepted: true, next: 1 });
    expect([1, 2, 3].map((nth) => faults.strike(target(nth))?.reply.kind ?? 'none')).toEqual(['hang', 'cut', 'none']);
    expect(faults.ofScenario()).toMatchObject([{ id: 0, left: 0, struck: 1, seen: 1 }]);
    faults.clear();
    expect(faults.ofScenario()).toHaveLength(1);
  });

  it('of the chaos profile come as often as promised, and the same with the same seed', () => {
    const first = run(7);
    expect(run(7)).toEqual(first);
    expect(run(8)).not.toEqual(first);
    const hangs = first.filter((kind) => kind === 'hang true').length / first.length;
    expect(hangs).toBeGreaterThan(0.04);
    expect(hangs).toBeLessThan(0.06);
  });

  it('repeat themselves when the scenario is put in force again', () => {
    const faults = faultsOf(3);
    const rules = [{ ...cut, rate: 0.3, every: 2 }];
    faults.useScenario(rules);
    const first = runWith(faults, 200);
    faults.useScenario(rules);
    expect(runWith(faults, 200)).toEqual(first);
    expect(first).toContain('cut false');
  });
});

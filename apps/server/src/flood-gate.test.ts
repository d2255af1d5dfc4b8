import { expect, it } from 'vitest';
import { createFloodGate } from './flood-gate.ts';

it('lets ten of a name pass in a minute and says with the next minute how many it kept back', () => {
  let ms = 0;
  const gate = createFloodGate(() => ms);
  const passed = Array.from({ length: 60 }, (_, second) => {
    ms = second * 1_000;
    return gate.pass('database.connection_lost');
  });
  expect(passed.filter((count) => count !== null)).toHaveLength(10);
  expect(gate.pass('jobs.interrupted')).toBe(0);
  ms = 60_000;
  expect(gate.pass('database.connection_lost')).toBe(50);
  expect(gate.pass('database.connection_lost')).toBe(0);
});

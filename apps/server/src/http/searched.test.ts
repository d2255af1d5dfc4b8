import { expect, it } from 'vitest';
import { searched } from './searched.ts';

it.each([
  ['+48 501-000 012', '48501000012'],
  ['(22) 123', '22123'],
  ['Firma 501', ''],
  ['Skład 5', ''],
  ['50', ''],
])('looks up the digits of %j as the number %j', (q, digits) => {
  expect(searched(q)?.digits).toBe(digits);
});

it('looks for nothing when nothing was typed, and for names without marks', () => {
  expect([searched(undefined), searched(''), searched('ŁĄKA 5')?.folded]).toEqual([undefined, undefined, 'laka 5']);
});

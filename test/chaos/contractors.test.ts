import { describe, expect, it } from 'vitest';
import { fateOf } from 'smsapi-emulator';
import { groups, makeContractors } from './contractors.ts';

describe('makeContractors', () => {
  const { csv, members } = makeContractors();
  const numbers = [...members.values()].flat();

  it('gives every contractor a number of their own, all of them in the file', () => {
    expect(new Set(numbers).size).toBe(groups.reduce((sum, { size }) => sum + size, 0));
    const inFile = csv.split('\r\n').map((line) => line.split(';')[2]);
    expect(inFile.slice(1)).toEqual(numbers);
  });

  it('has nobody whose campaign would wait for days, and some of whom strange reports come', () => {
    const fates = new Set(numbers.map((number) => fateOf(number)));
    for (const fate of ['silent', 'invalid', 'blacklisted']) expect(fates).not.toContain(fate);
    for (const fate of ['duplicated', 'disordered', 'unknown-then-delivered', 'failed', 'expired'])
      expect(fates).toContain(fate);
  });

  it('has late ones in every group, so that uncertain batches have to be asked for again', () => {
    for (const [, group] of members) expect(group.map((number) => fateOf(number))).toContain('late');
  });
});

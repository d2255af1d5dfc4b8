import { describe, expect, it } from 'vitest';
import { chooseContacts, isSilent } from './choose-contacts.ts';

const candidate = (id: number, ending: string) => ({
  id: String(id),
  phone: `+48451${String(id).padStart(3, '0')}${ending}`,
});

/** Ten numbers of every ending 000-010 and 90-99, and many that are simply delivered. */
const fateful = [
  ...Array.from({ length: 11 }, (_, each) => String(each).padStart(3, '0')),
  ...Array.from({ length: 10 }, (_, each) => `1${90 + each}`),
];
const directory = [
  ...Array.from({ length: 500 }, (_, each) => candidate(each, '123')),
  ...fateful.flatMap((ending, kind) =>
    Array.from({ length: 10 }, (_, each) => candidate(500 + kind * 10 + each, ending)),
  ),
];

describe('the contacts of a demonstration', () => {
  const chosen = chooseContacts(directory, 300);

  it('are as many as wanted, each number once', () => {
    expect(chosen).toHaveLength(300);
    expect(new Set(chosen.map(({ phone }) => phone)).size).toBe(300);
  });

  it.each(fateful)('meet the fate of numbers that end with %s', (ending) => {
    expect(chosen.some(({ phone }) => phone.endsWith(ending))).toBe(true);
  });

  it('are mostly such that get their message', () => {
    expect(chosen.filter(({ phone }) => phone.endsWith('123')).length).toBeGreaterThan(230);
  });

  it('are what there is when there are few', () => {
    expect(chooseContacts([candidate(1, '123'), candidate(1, '123'), candidate(2, '004')], 300)).toHaveLength(2);
    expect(chooseContacts(directory, 5)).toHaveLength(5);
  });

  it.each([
    ['+48451000004', true],
    ['+48451000198', true],
    ['+48451000098', true],
    ['+48451000040', false],
    ['+48451000123', false],
  ])('%s is never reported: %s', (phone, silent) => {
    expect(isSilent(phone)).toBe(silent);
  });
});

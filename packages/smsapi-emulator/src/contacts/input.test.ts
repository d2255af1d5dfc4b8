import { describe, expect, it } from 'vitest';
import { readContact, type ContactChanges } from './input.ts';

const NOBODY: ContactChanges = { texts: {}, gender: 'undefined', custom: {} };
const FIELDS = [{ id: 'f1', name: 'ulubiony kolor', type: 'text' }];

const read = (given: Readonly<Record<string, unknown>>, known = NOBODY) =>
  readContact(new Map(Object.entries(given)), known, FIELDS);

describe('a contact as it is given', () => {
  it('is kept with a bare number, a day without a time, and its own fields by their id', () => {
    expect(
      read({
        phone_number: '+48 500 100 200',
        email: ' anna@example.com ',
        birthday_date: '1986-10-04T00:00:00Z',
        gender: 'female',
        country: 'Polska',
        'ulubiony kolor': 'zielony',
        unheard_of: 'x',
      }),
    ).toEqual({
      ok: true,
      changes: {
        texts: {
          phone_number: '48500100200',
          email: 'anna@example.com',
          birthday_date: '1986-10-04',
          country: 'Polska',
        },
        gender: 'female',
        custom: { f1: 'zielony' },
      },
    });
  });

  it('changes what is named, loses what is emptied and keeps the rest', () => {
    const known: ContactChanges = {
      texts: { phone_number: '48500100200', city: 'Łódź', source: 'targi' },
      gender: 'male',
      custom: { f1: 'zielony', f2: 'x' },
    };
    expect(read({ city: '', first_name: 'Jan', 'ulubiony kolor': '' }, known)).toEqual({
      ok: true,
      changes: {
        texts: { phone_number: '48500100200', source: 'targi', first_name: 'Jan' },
        gender: 'male',
        custom: { f2: 'x' },
      },
    });
  });

  it('needs a number or an address', () => {
    expect(read({ email: 'anna@example.com' })).toMatchObject({ ok: true });
    expect(read({ first_name: 'Anna' })).toMatchObject({ ok: false, faults: [{ path: 'phone_number' }] });
  });

  it.each([
    [{ phone_number: 'abc' }, ['phone_number']],
    [{ phone_number: '500100200', email: 'anna' }, ['email']],
    [{ phone_number: '500100200', birthday_date: '1986-02-30' }, ['birthday_date']],
    [{ phone_number: '500100200', birthday_date: 'kiedyś' }, ['birthday_date']],
    [{ phone_number: '500100200', gender: 'K' }, ['gender']],
    [{ phone_number: '500100200', city: 'x'.repeat(1_001) }, ['city']],
    [{ phone_number: 'abc', email: 'anna', gender: 'K' }, ['phone_number', 'email', 'gender']],
  ])('%j names %j as wrong', (given, paths) => {
    const answer = read(given);
    expect(answer.ok ? [] : answer.faults.map(({ path }) => path)).toEqual(paths);
  });
});

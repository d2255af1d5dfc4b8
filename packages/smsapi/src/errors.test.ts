import { describe, expect, it } from 'vitest';
import { explainError } from './errors.ts';
import { accountErrors } from './errors/account.ts';
import { contentErrors } from './errors/content.ts';
import { otherServiceErrors } from './errors/other-services.ts';
import { recipientErrors } from './errors/recipient.ts';
import { serviceErrors } from './errors/service.ts';
import { setupErrors } from './errors/setup.ts';
import { byBareStatus, byRestStatus, omittedByGateway, unknownCode } from './errors/uncoded.ts';
import type { ErrorClass } from './errors/row.ts';

const rows = [
  ...accountErrors,
  ...setupErrors,
  ...contentErrors,
  ...recipientErrors,
  ...serviceErrors,
  ...otherServiceErrors,
];
const everyRow = [...rows, ...byBareStatus.values(), ...byRestStatus.values(), omittedByGateway, unknownCode];

// The dossier's table, section 6, code by code
const table: Record<Exclude<ErrorClass, 'unknown'>, number[]> = {
  auth: [101, 102, 105, 401],
  money: [103, 96],
  config: [
    7, 8, 14, 36, 40, 41, 60, 61, 62, 63, 64, 65, 66, 70, 94, 98, 104, 110, 997, 1000, 1001, 1010, 1100, 1193, 2001,
    2031, 2061, 2062, 2112, 2115, 4000, 4280,
  ],
  content: [
    11, 12, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 30, 31, 35, 50, 51, 54, 55, 56, 72, 74, 75, 76, 93, 106,
    300, 301, 400, 409,
  ],
  recipient: [13, 32, 33, 52, 57, 59, 112],
  duplicate: [53],
  retry: [200, 202, 203, 998],
  unsure: [201, 666, 999],
};

describe('explainError', () => {
  it.each(Object.entries(table).flatMap(([name, codes]) => codes.map((code) => [code, name] as const)))(
    'puts %d into class %s',
    (code, expected) => {
      expect(explainError(code)).toMatchObject({ code, class: expected });
    },
  );

  it.each([0, -1, 1, 404, 500, 1009, 1194, 2000, 2116, 3999, 4281, Number.NaN])(
    'calls %d unknown and still says what to do',
    (code) => {
      const { class: errorClass, name, pl } = explainError(code);
      expect({ errorClass, name }).toEqual({ errorClass: 'unknown', name: 'unknown_code' });
      expect(pl.action).toContain('kod');
    },
  );

  it('prefers the row of a code over the range around it', () => {
    expect(explainError(2031).name).toBe('sender_name_not_found');
    expect(explainError(2032).name).toBe('sender_name_error');
  });

  it('names the pause after too many attempts to one number', () => {
    expect(explainError(52).retryAfterMs).toBe(60_000);
    expect(explainError(103).retryAfterMs).toBeNull();
  });
});

describe('the table of errors', () => {
  it('has one row for a code and one name for a meaning', () => {
    const codes = rows.flatMap((row) => ('from' in row.codes ? [] : row.codes));
    expect(codes).toEqual([...new Set(codes)]);
    const names = rows.map((row) => row.name);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(everyRow.map((row) => [row.name, row] as const))('%s is told in whole sentences', (name, row) => {
    expect(name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
    for (const text of [row.pl.sentence, row.pl.action, row.en.sentence, row.en.action]) {
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(text).not.toMatch(/ {2}|["'„”]/);
    }
  });
});

import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const spoken = (code: string) => Object.assign(new pg.DatabaseError('…', 0, 'error'), { code });
const network = (code: string) => Object.assign(new Error('…'), { code });

describe('an error of the database', () => {
  it.each([
    ['could not extend file', spoken('53100'), 'database_full'],
    ['too many connections', spoken('53300'), 'database_unavailable'],
    ['terminating connection due to administrator command', spoken('57P01'), 'database_unavailable'],
    ['the database system is starting up', spoken('57P03'), 'database_unavailable'],
    ['an I/O error', spoken('58030'), 'database_unavailable'],
    ['a server that only reads', spoken('25006'), 'database_unavailable'],
    ['nobody listens', network('ECONNREFUSED'), 'database_unavailable'],
    ['no socket yet', network('ENOENT'), 'database_unavailable'],
    ['cut in the middle', new Error('Connection terminated unexpectedly'), 'database_unavailable'],
    ['a pool without a connection', new Error('timeout exceeded when trying to connect'), 'database_unavailable'],
    ['a unique key', spoken('23505'), null],
    ['a cancelled statement', spoken('57014'), null],
    ['a wrong statement', spoken('42601'), null],
    ['a bug', new TypeError('x is not a function'), null],
    ['no error at all', 'ECONNREFUSED', null],
  ])('%s: %s is %s', (_, error, trouble) => {
    expect(troubleOf(error)).toBe(trouble);
  });
});

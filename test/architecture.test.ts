import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches, readModule, type Import, type Walls } from './support/walls.ts';

const s = (place: string): string => `apps/server/src/${place}`;
const type = (...places: readonly string[]): string[] => places.map((place) => `type ${s(place)}`);

const outside = ['node', 'npm'];
// value in, value out: whoever stands outside of the domain may compute with it
const pure = [s('domain/'), '@goniec/sms-text', '@goniec/phone'];
// the effects that a caller passes in: their types may be named, their modules may not be reached for
const passedIn = type('config.ts', 'log.ts', 'events.ts', 'metrics.ts');
// the keys that rows are found by are computed by pure functions where the rows are written
const db = [s('db/'), ...type('domain/'), s('domain/text-keys.ts'), s('domain/contractor.ts'), ...outside];

const walls: Walls = {
  [s('domain/')]: pure,
  [s('postgres/')]: [s('postgres/'), ...outside],
  [s('db/')]: db,
  [s('db/announcements.ts')]: [...db, 'type @goniec/contract'], // what it announces reaches the browser as it is
  [s('db/contractors.ts')]: [...db, 'type @goniec/contract'], // its filter is the filter of the public API
  [s('providers/')]: [s('providers/'), ...pure, '@goniec/smsapi', ...outside],
  [s('files/')]: [s('files/'), s('domain/'), ...outside],
  [s('state/')]: [s('state/'), s('domain/'), ...outside],
  [s('secrets/')]: [s('secrets/'), s('domain/'), s('state/atomic-file.ts'), ...outside],
  [s('usecases/')]: [
    ...pure,
    s('usecases/'),
    s('db/'),
    s('files/'),
    s('providers/provider.ts'),
    s('providers/handsets.ts'),
    ...type('jobs/queue.ts', 'secrets/', 'state/'),
    ...passedIn,
    ...outside,
  ],
  [s('jobs/')]: [s('jobs/'), s('usecases/'), ...type('domain/', 'db/database.ts'), ...passedIn, ...outside],
  [s('sending/')]: [s('sending/'), s('usecases/'), s('domain/'), ...type('jobs/'), ...passedIn, ...outside],
  [s('http/')]: [
    ...pure,
    s('http/'),
    s('usecases/'),
    s('db/'),
    s('files/'),
    '@goniec/contract',
    ...passedIn,
    ...outside,
  ],
  'apps/web/src/': ['apps/web/src/', '@goniec/contract', '@goniec/sms-text', 'npm'],
  'apps/cli/src/': ['apps/cli/src/', '@goniec/contract', '@goniec/sms-text', ...outside],
  'packages/sms-text/src/': ['packages/sms-text/src/'],
  'packages/phone/src/': ['packages/phone/src/', 'libphonenumber-js'],
  'packages/contract/src/': ['packages/contract/src/', 'zod'],
  'packages/smsapi/src/': ['packages/smsapi/src/', 'zod'],
  'packages/smsapi-emulator/src/': ['packages/smsapi-emulator/src/', '@goniec/sms-text', ...outside],
};

/** Files longer than the ceiling, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};

/** SQL lives in db/ and postgres/; here are the exceptions, each with its reason. */
const sqlElsewhere: Readonly<Record<string, string>> = {
  [s('jobs/runner.ts')]: "the job library's own tables and pool",
  [s('storage.ts')]: 'opens the connection that migrations run on',
  [s('event-stream.ts')]: 'listens on a connection of its own',
};
const isSql = ({ specifier, names }: Import): boolean =>
  ['pg', 'pg-copy-streams'].includes(specifier) ||
  (specifier === 'kysely' && names.some((name) => /^(?:sql|\*)$/u.test(name)));

const isTest = (path: string): boolean => /\.(?:test|suite)\.tsx?$/u.test(path);
const root = join(import.meta.dirname, '..');
const files = ['apps', 'packages', 'scripts', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .map((path) => path.replaceAll(sep, '/'))
  .filter((path) => /\.(?:tsx?|mjs)$/u.test(path) && !/\/(?:node_modules|dist|coverage)\//u.test(path))
  .map((path) => {
    const source = readFileSync(join(root, path), 'utf8');
    return { path, lines: source.trimEnd().split('\n').length, ...readModule(path, source) };
  });
const sources = files.filter(({ path }) => !isTest(path));

describe('the house', () => {
  it('has a file in every place that a wall protects', () => {
    const empty = Object.keys(walls).filter((place) => !sources.some(({ path }) => path.startsWith(place)));
    expect(empty).toEqual([]);
  });

  it('lets nobody climb over a wall', () => {
    expect(sources.flatMap(({ path, imports }) => breaches(path, imports, walls))).toEqual([]);
  });

  it('keeps SQL in db/ and postgres/, but the named files', () => {
    const elsewhere = sources
      .filter(({ path }) => /^apps\/[^/]+\/src\/(?!db\/|postgres\/)/u.test(path))
      .filter(({ imports }) => imports.some(isSql));
    expect(new Set(elsewhere.map(({ path }) => path))).toEqual(new Set(Object.keys(sqlElsewhere)));
  });

  it('has no default export outside *.config.ts', () => {
    expect(
      files.filter((file) => file.hasDefaultExport && !file.path.endsWith('.config.ts')).map(({ path }) => path),
    ).toEqual([]);
  });

  it('has no file longer than 400 lines, no test longer than 600, but the named ones', () => {
    const long = files.filter(({ path, lines }) => lines > (isTest(path) ? 600 : 400)).map(({ path }) => path);
    expect(new Set(long)).toEqual(new Set(Object.keys(longFiles)));
  });
});

describe('the guard itself', () => {
  it.each([
    ['domain/', `import { readFile } from 'node:fs/promises';`],
    ['domain/', `import type { Row } from '../db/schema.ts';`],
    ['db/', `import { decide } from '../domain/campaign.ts';`],
    ['usecases/', `import { smsapi } from '../providers/smsapi/adapter.ts';`],
    ['usecases/', `import { queue } from '../jobs/queue.ts';`],
    ['http/', `import { log } from '../log.ts';`],
    ['postgres/', `import { log } from '../log.ts';`],
  ])('stops a file in %s with %s', (place, source) => {
    const path = s(`${place}made-up.ts`);
    expect(breaches(path, readModule(path, source).imports, walls)).toHaveLength(1);
  });

  it.each([
    [`import { sql } from 'kysely';`, true],
    [`import { sql as query } from 'kysely';`, true],
    [`import * as k from 'kysely';`, true],
    [`import type { Kysely } from 'kysely';`, false],
    [`import pg from 'pg';`, true],
  ])('judges whether %s is SQL: %s', (source, verdict) => {
    expect(readModule('x.ts', source).imports.some(isSql)).toBe(verdict);
  });
});

import { describe, expect, it } from 'vitest';
import { breaches, readModule } from './support/walls.ts';

const walls = {
  'app/db/': ['app/db/', 'type app/domain/', 'node', 'npm'],
  'app/db/special.ts': ['app/db/', 'app/queue.ts'],
  'app/text/': ['app/text/', 'zod', '@goniec/phone'],
};

/** The specifiers that the wall of the file stops. */
function stopped(path: string, ...source: readonly string[]): (string | undefined)[] {
  const { imports } = readModule(path, source.join('\n'));
  return breaches(path, imports, walls).map((sentence) => sentence.split("'")[1]);
}

describe('breaches', () => {
  it('sees every kind of import and nothing that only looks like one', () => {
    const found = stopped(
      'app/db/made-up.ts',
      `import type { Campaign } from '../domain/campaign.ts';`,
      `import {\n  type A,\n  launch,\n} from '../usecases/launch.ts';`,
      `import '../side-effect.ts';`,
      `export * from "../http/problem.ts";`,
      `export { a } from '../http/routes.ts';`,
      `export { b } from './b.ts';`,
      'const late = async () => import(`../providers/client.ts`);',
      `const later = async () => import('../providers/later.ts');`,
      `type Remote = import('../jobs/queue.ts').Jobs;`,
      `const any = (name: string) => import(name);`,
      `// import { no } from '../http/no.ts'`,
      `const text = "import x from '../http/no.ts'";`,
    );
    expect(found).toEqual([
      '../usecases/launch.ts',
      '../side-effect.ts',
      '../http/problem.ts',
      '../http/routes.ts',
      '(computed)',
      '../providers/later.ts',
      '../jobs/queue.ts',
      '(computed)',
    ]);
  });

  it('lets a type through where only types may pass, and not a value', () => {
    expect(stopped('app/db/a.ts', `import type { A } from '../domain/a.ts';`)).toEqual([]);
    expect(stopped('app/db/a.ts', `import { type A } from '../domain/a.ts';`)).toEqual(['../domain/a.ts']);
  });

  it('tells our packages, packages of strangers and built-in modules apart', () => {
    const source = [`import a from 'kysely';`, `import b from '@scope/b/deep';`, `import c from 'node:fs';`];
    expect(stopped('app/db/a.ts', ...source, `import d from '@goniec/phone';`)).toEqual(['@goniec/phone']);
    expect(stopped('app/text/a.ts', ...source, `import d from '@goniec/phone';`, `import e from 'zod/mini';`)).toEqual([
      'kysely',
      '@scope/b/deep',
      'node:fs',
    ]);
  });

  it('prefers the rule for a file to that of its folder', () => {
    expect(stopped('app/db/special.ts', `import a from '../queue.ts';`, `import b from 'node:fs';`)).toEqual([
      'node:fs',
    ]);
  });

  it('does not follow a path out of the walls', () => {
    expect(stopped('app/text/a.ts', `import a from './../db/a.ts';`, `import b from './b/../c.ts';`)).toEqual([
      './../db/a.ts',
    ]);
  });

  it('leaves files without a wall alone, and says whose wall it was', () => {
    const { imports } = readModule('a.ts', `import a from './text/a.ts';`);
    expect(breaches('app/main.ts', imports, walls)).toEqual([]);
    expect(breaches('app/db/main.ts', imports, walls)).toEqual([]);
    expect(breaches('app/text/x/main.ts', [{ specifier: '../../db/a.ts', typeOnly: true, names: [] }], walls)).toEqual([
      "app/text/x/main.ts imports type '../../db/a.ts', against the wall of app/text/",
    ]);
  });
});

describe('readModule', () => {
  it.each([`export default 1;`, `const a = 1;\nexport { a as default };`, `export { default } from './a.ts';`])(
    'sees the default export in %j',
    (source) => {
      expect(readModule('x.ts', source).hasDefaultExport).toBe(true);
    },
  );

  it('does not take an import of a default for an export', () => {
    expect(
      readModule('x.ts', `import a, { default as b } from './a.ts';\nexport const c = [a, b];`).hasDefaultExport,
    ).toBe(false);
  });
});

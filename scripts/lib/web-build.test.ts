import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt } from './web-build.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goniec-web-build-'));
  for (const path of ['apps/web/src/a.tsx', 'apps/web/index.html', 'packages/contract/src/b.ts']) put(path, 1_000);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, at: number): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  for (let each = file; each !== folder; each = join(each, '..')) utimesSync(each, at, at);
}

describe('the built web application', () => {
  it('is missing at first', () => {
    expect(isBuilt(folder)).toBe(false);
  });

  it('is taken as it is while nothing it is made of is newer', () => {
    put('apps/web/dist/index.html', 2_000);
    expect(isBuilt(folder)).toBe(true);
  });

  it.each(['apps/web/src/a.tsx', 'apps/web/src/deeper/new.ts', 'packages/contract/src/b.ts', 'package-lock.json'])(
    'is stale once %s is newer',
    (path) => {
      put('apps/web/dist/index.html', 2_000);
      put(path, 3_000);
      expect(isBuilt(folder)).toBe(false);
    },
  );
});

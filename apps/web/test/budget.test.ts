import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../dist');
const assets = join(dist, 'assets');

/** The initial JavaScript, compressed: 250 kB. */
const BUDGET_BYTES = 250_000;

const read = (name: string): string => readFileSync(join(assets, name), 'utf8');
const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, name = '']) => name);

/** A file and everything it needs before it can run. */
function withImports(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    withImports(importsOf(read(name)), found);
  }
  return found;
}

/** `npm test` builds first; a bare vitest run in a fresh clone has nothing to weigh. */
describe.skipIf(!existsSync(join(dist, 'index.html')))('the built web application', () => {
  it('shows its first screen with at most 250 kB of JavaScript, charts and other screens apart', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);
    const screen = readdirSync(assets).filter((name) => /^contractors-screen-.*\.js$/.test(name));
    expect([named.length > 0, screen.length]).toEqual([true, 1]);
    const files = [...withImports([...named, ...screen])];
    expect(files.filter((name) => name.startsWith('charts-'))).toEqual([]);
    const bytes = files.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);
    expect(bytes).toBeLessThan(BUDGET_BYTES);
  });

  it('loads nothing from elsewhere and runs no script of the page itself', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
  });
});

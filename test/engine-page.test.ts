import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = join(import.meta.dirname, '../docs/engine.md');
const text = await readFile(page, 'utf8');
const links = [...text.matchAll(/\[([^\]]+)\]\(([^)#\s]+)\)/g)].map(([, words = '', target = '']) => ({
  words,
  target,
}));
const proofs = links.filter(({ target }) => target.endsWith('.test.ts'));

describe('docs/engine.md', () => {
  it('has a proof for every crash point', () => {
    const [, section = ''] = text.split('## Every moment at which it can crash');
    const rows =
      section
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => line.startsWith('| ')) ?? [];
    expect(rows.length).toBeGreaterThan(9);
    for (const row of rows.slice(1)) expect(row).toMatch(/\.test\.ts\) \|$/);
  });

  it.each(links)('links to what is there: $target', async ({ target }) => {
    await expect(stat(join(dirname(page), target))).resolves.toBeDefined();
  });

  it.each(proofs)('names a test that exists: $words', async ({ words, target }) => {
    expect(await readFile(join(dirname(page), target), 'utf8')).toContain(words);
  });
});

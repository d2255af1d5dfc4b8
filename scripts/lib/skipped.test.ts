import { describe, expect, it } from 'vitest';
import { noBrowserNotice, skippedNotice } from './skipped.mjs';
import { skippedFiles } from './tally.mjs';

const journey = { file: 'test/e2e/journeys/english.test.ts', count: 3 };
const component = { file: 'apps/web/test/components/grid.test.tsx', count: 14 };
const other = { file: 'apps/server/src/postgres/run-as.test.ts', count: 2 };

describe('what was skipped', () => {
  it('is told before the tests, with the way out', () => {
    expect(noBrowserNotice('There is none.\nInstall one.')).toMatch(/WILL BE SKIPPED\nThere is none\.\nInstall one\./);
  });

  it('is told after them: browser tests in one number with the reason, others by file', () => {
    const notice = skippedNotice([component, other, journey], 'There is none.');
    expect(notice).toContain('17 BROWSER TESTS WERE SKIPPED\nThere is none.');
    expect(notice).toContain('2 in apps/server/src/postgres/run-as.test.ts');
    expect(notice).not.toContain('grid.test.tsx');
  });

  it('is nothing when all ran', () => {
    expect(skippedNotice([], undefined)).toBe('');
  });

  it('is read from the report by file', () => {
    const file = (name: string, ...verdicts: string[]) => ({
      name,
      assertionResults: verdicts.map((status) => ({ status })),
    });
    const testResults = [file('/repo/b.test.ts', 'skipped', 'passed'), file('/repo/a.test.ts', 'pending', 'todo')];
    expect(skippedFiles({ testResults: [...testResults, file('/repo/c.test.ts', 'failed')] }, '/repo')).toEqual([
      { file: 'a.test.ts', count: 2 },
      { file: 'b.test.ts', count: 1 },
    ]);
  });
});

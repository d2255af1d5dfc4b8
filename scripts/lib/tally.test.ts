import { describe, expect, it } from 'vitest';
import { addTallies, countedLine, tallyVitest } from './tally.mjs';

const file = (status: string, ...verdicts: string[]) => ({
  status,
  assertionResults: verdicts.map((verdict) => ({ status: verdict })),
});

describe('tallyVitest', () => {
  it('counts every test by its verdict', () => {
    const report = {
      testResults: [
        file('passed', 'passed', 'passed', 'pending', 'todo', 'skipped'),
        file('failed', 'failed', 'passed'),
      ],
    };
    expect(tallyVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(tallyVitest({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts a file whose tests passed and whose clean-up failed', () => {
    expect(tallyVitest({ testResults: [file('failed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each([
    ['all tests pass and the run fails (an error outside any test)', { testResults: [file('passed', 'passed')] }, 1, 1],
    ['it is killed and leaves no report', undefined, null, 0],
    ['it crashes and leaves half a report', 'half', 134, 0],
    ['it finds no test at all', { testResults: [] }, 0, 0],
  ])('counts one failure when %s', (_how, report, code, passed) => {
    expect(tallyVitest(report, code)).toEqual({ passed, failed: 1, skipped: 0 });
  });

  it('counts no failure when there is none', () => {
    expect(tallyVitest({ testResults: [file('passed', 'passed')] }, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });
});

describe('countedLine', () => {
  it('speaks of skipped tests only when there are some', () => {
    expect(countedLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed');
    expect(countedLine(addTallies({ passed: 5, failed: 1, skipped: 0 }, { passed: 1, failed: 1, skipped: 2 }))).toBe(
      '6 passed, 2 failed, 2 skipped',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readSlug, slugAfter, slugBefore, slugToGoOn, STEPS, type Step } from './step-list.ts';

const left = (...open: readonly Step[]) => ({
  done: open.length === 0,
  emulator: null,
  steps: STEPS.map(({ step }) => ({ step, done: !open.includes(step) })),
});

describe('the steps', () => {
  it('go on with the first that is not done, whatever was skipped before', () => {
    expect(slugToGoOn(left('gateway', 'token', 'sender', 'service', 'import'))).toBe('bramka');
    expect(slugToGoOn(left('sender', 'import'))).toBe('nadawca');
    expect(slugToGoOn(left())).toBe('gotowe');
  });

  it('lead one to the next, and the last to the end', () => {
    expect([slugAfter('firma'), slugAfter('import'), slugAfter('gotowe')]).toEqual(['bramka', 'gotowe', 'gotowe']);
    expect([slugBefore('firma'), slugBefore('gotowe')]).toEqual([null, 'import']);
  });

  it('know the words of their addresses and no other', () => {
    expect(['token', 'gotowe', 'nie-ma'].map(readSlug)).toEqual(['token', 'gotowe', null]);
  });
});

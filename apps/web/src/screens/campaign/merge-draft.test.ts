import { describe, expect, it } from 'vitest';
import { isSameText, mergeDraft, yieldTo } from './merge-draft.ts';

const base = { subject: 'Temat', body: 'Treść', withoutPolish: false };

describe('two people’s changes of one draft', () => {
  it.each([
    ['nothing of mine', base, { ...base, body: 'Ich' }, { ...base, body: 'Ich' }],
    ['nothing of theirs, only recipients', { ...base, body: 'Moja' }, base, { ...base, body: 'Moja' }],
    [
      'different fields',
      { ...base, body: 'Moja' },
      { ...base, subject: 'Ich', withoutPolish: true },
      { subject: 'Ich', body: 'Moja', withoutPolish: true },
    ],
    ['the same change', { ...base, body: 'Ta sama' }, { ...base, body: 'Ta sama' }, { ...base, body: 'Ta sama' }],
  ])('go together: %s', (_what, mine, theirs, text) => {
    expect(mergeDraft(base, mine, theirs)).toEqual({ text, clashes: [] });
  });

  it('clash where both changed one field; the rest still goes together', () => {
    const mine = { subject: 'Mój temat', body: 'Moja', withoutPolish: false };
    const theirs = { subject: 'Temat', body: 'Ich', withoutPolish: true };
    const merged = mergeDraft(base, mine, theirs);
    expect(merged).toEqual({ text: { subject: 'Mój temat', body: 'Moja', withoutPolish: true }, clashes: ['body'] });
    expect(yieldTo(theirs, merged)).toEqual({ subject: 'Mój temat', body: 'Ich', withoutPolish: true });
  });

  it('are the same only when every field is', () => {
    expect(isSameText(base, { ...base })).toBe(true);
    expect(isSameText(base, { ...base, withoutPolish: true })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { looksLikeMessageId, messageId, resourceId } from './ids.ts';

describe('message ids', () => {
  it('are decimals that lose their identity as JavaScript numbers', () => {
    const [first, second] = [messageId('decimal', 1, 1), messageId('decimal', 1, 2)];
    expect(first).toMatch(/^\d{19}$/);
    expect(first).not.toBe(second);
    expect(Number(first)).toBe(Number(second));
  });

  it('are 24 hexadecimal digits by switch', () => {
    expect(messageId('hex', 1, 255)).toMatch(/^[0-9A-F]{24}$/);
  });

  it('are recognised in either form', () => {
    expect([messageId('decimal', 9, 1), messageId('hex', 9, 1)].every(looksLikeMessageId)).toBe(true);
    expect(['', 'abc', '12', `${messageId('hex', 9, 1)}0`].some(looksLikeMessageId)).toBe(false);
  });

  it('of REST resources are 24 lower-case hexadecimal digits', () => {
    expect(resourceId('callback', 1, 3)).toMatch(/^[0-9a-f]{24}$/);
  });
});

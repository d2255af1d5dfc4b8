import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('fold', () => {
  it('takes a Polish word for the same with and without its marks', () => {
    expect(fold(' Usługi ŻÓŁĆ ')).toBe('uslugi zolc');
    expect(fold('Wysyłka')).toContain(fold('wysylka'));
  });
});

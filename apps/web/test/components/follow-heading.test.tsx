import { describe, expect, it, onTestFinished } from 'vitest';
import { followHeading } from '../../src/shell/follow-heading.ts';

describe('the name of the window', () => {
  it('is that of the screen, also of one whose heading comes late, changes, and goes', async () => {
    const page = document.createElement('div');
    document.body.append(page);
    onTestFinished(() => page.remove());
    followHeading(page);
    await expect.poll(() => document.title).toBe('Goniec');
    page.innerHTML = '<main><h1>Wczytuję…</h1></main>';
    await expect.poll(() => document.title).toBe('Wczytuję… – Goniec');
    page.innerHTML = '<main><h1>Promocja jesienna</h1></main>';
    await expect.poll(() => document.title).toBe('Promocja jesienna – Goniec');
    const subject = page.querySelector('h1')?.firstChild;
    if (subject) subject.nodeValue = 'Promocja zimowa';
    await expect.poll(() => document.title).toBe('Promocja zimowa – Goniec');
    page.innerHTML = '';
    await expect.poll(() => document.title).toBe('Goniec');
  });
});

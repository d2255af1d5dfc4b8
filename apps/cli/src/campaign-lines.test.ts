import { describe, expect, it } from 'vitest';
import type { Paint } from './format/paint.ts';
import { titleLines } from './campaign-lines.ts';
import { sampleCampaign } from './testing/samples.ts';

const plain: Paint = (_, text) => text;

describe('the title of a campaign', () => {
  it('says who created it, and who let it go out', () => {
    const startedAt = '2026-11-22T12:30:00.000Z';
    const sent = sampleCampaign({ state: 'finished', startedAt, startedBy: 'user:2', startedByName: 'Anna Żak' });
    const [title, created, started, ...rest] = titleLines(sent, plain);
    expect(title).toBe('Wysyłka 12 · Promocja · Zakończona');
    expect(created).toMatch(/^utworzona .*, goniec$/);
    expect(started).toMatch(/^wysłana .*, Anna Żak$/);
    expect(rest).toEqual([]);
  });

  it('names a key that is no more by what is left of it, and is silent about what has not been', () => {
    const lines = titleLines(sampleCampaign({ createdByName: null }), plain);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/, klucz goniec_k3x9$/);
  });
});

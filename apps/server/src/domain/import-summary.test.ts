import { describe, expect, it } from 'vitest';
import type { RowRemark } from './import-row.ts';
import { summarise } from './import-summary.ts';

const remark = (pl: string): RowRemark => ({
  code: 'a',
  severity: 'rejected_row',
  column: null,
  value: '',
  pl,
  en: pl,
});
const sentenceOf = (...texts: readonly string[]) =>
  summarise(texts.map((text) => ({ plan: null, contacts: [], remarks: [remark(text)] }))).remarks[0]?.sentence.pl;

describe('the summary of an import', () => {
  it('leaves out what is said of one row only', () => {
    expect(sentenceOf('W numerze jest litera. Być może 501.', 'W numerze jest litera. Być może 601.')).toBe(
      'W numerze jest litera.',
    );
  });

  it('never gives advice without its cause: when the cause itself differs, one row stands for all', () => {
    expect(sentenceOf('Komórek jest 17. Użyj cudzysłowu.', 'Komórek jest 18. Użyj cudzysłowu.')).toBe(
      'Komórek jest 17. Użyj cudzysłowu.',
    );
  });
});

/** How a file may be read; what is not told is recognised. */
export interface ReadOptions {
  readonly encoding?: (typeof ENCODINGS)[number];
  readonly delimiter?: (typeof DELIMITERS)[number]['value'];
  /** Of a workbook. */
  readonly sheet?: string | undefined;
  /** Whether the first row holds the names of the columns. */
  readonly header?: 'yes' | 'no' | undefined;
  /** What the columns are, from the left, between commas. */
  readonly columns?: string | undefined;
}

export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2', 'cp852'] as const;
export const HEADER = ['yes', 'no'] as const;
export const DELIMITERS = [
  { value: ';', name: 'semicolon' },
  { value: ',', name: 'comma' },
  { value: '\t', name: 'tab' },
] as const;

export type Delimiter = ';' | '\t' | ',';
export type Quote = '"' | "'";

/** In the order of preference (domain-facts 6.1): Polish Excel writes `;` because the comma is its decimal mark. */
const DELIMITERS = [';', '\t', ','] as const;

/** How many lines are looked at: enough to pass title rows, few enough for a file of a million lines. */
const LOOKED_AT = 20;

/** A first line such as `sep=;`, which spreadsheets write and obey, says it all. */
const SEP_LINE = /^"?sep=(;|\t|,)"?\s*$/i;

/** The delimiter named by a `sep=` line at the top of a text, or null. */
export function declaredDelimiter(text: string): Delimiter | null {
  const declared = SEP_LINE.exec(text.slice(0, 12).split(/\r|\n/, 1)[0] ?? '')?.[1];
  return DELIMITERS.find((delimiter) => delimiter === declared) ?? null;
}

/**
 * The delimiter of a CSV text: a `sep=` line, otherwise the one that starts first among those that occur outside quotes
 * equally often in most of the first lines. So neither a comma in a title row, nor decimal commas, nor two phones with
 * a semicolon between them in one cell are taken for it. Of equals the order is `;`, TAB, `,`.
 */
export function detectDelimiter(text: string): Delimiter {
  const declared = declaredDelimiter(text);
  if (declared !== null) return declared;
  const lines = firstLines(text);
  const quote = detectQuote(text);
  const bare = lines.map((line) => withoutQuoted(line, quote));
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, start: startOfTable(bare, delimiter) }))
    .filter(({ start }) => start >= 0)
    .toSorted((a, b) => a.start - b.start);
  return best?.delimiter ?? DELIMITERS.find((delimiter) => bare[0]?.includes(delimiter)) ?? ';';
}

/** The text delimiter: an apostrophe when most of the first lines hold cells in apostrophes (Symfonia's files), else `"`. */
export function detectQuote(text: string): Quote {
  const lines = firstLines(text);
  const withApostrophes = lines.filter((line) => /(?:^|[;\t,])'(?:[^']|'')*'(?=[;\t,]|$)/.test(line)).length;
  return withApostrophes > 0 && withApostrophes * 2 >= lines.length ? "'" : '"';
}

/**
 * The index of the line where the table begins: it has the usual number of delimiters and so has the next one (a comma
 * in a title row is alone). -1 when no number is usual, that is: shared by half of the lines.
 */
function startOfTable(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const usual = mostFrequent(counts.filter((count) => count > 0));
  if (usual === null || counts.filter((count) => count === usual).length * 2 < lines.length) return -1;
  return counts.findIndex((count, index) => count === usual && (counts[index + 1] ?? usual) === usual);
}

/** The number that occurs most often, of equals the first; null for none. */
export function mostFrequent(numbers: readonly number[]): number | null {
  const [first] = [...Map.groupBy(numbers, (number) => number)].toSorted((a, b) => b[1].length - a[1].length);
  return first?.[0] ?? null;
}

/** Quoted cells are emptied; a quote that is not closed on its line stays as it is. */
function withoutQuoted(line: string, quote: Quote): string {
  const quoted = quote === '"' ? /(^|[;\t,])"(?:[^"]|"")*"(?=[;\t,]|$)/g : /(^|[;\t,])'(?:[^']|'')*'(?=[;\t,]|$)/g;
  return line.replaceAll(quoted, '$1');
}

function firstLines(text: string): string[] {
  return text
    .slice(0, 100_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
}

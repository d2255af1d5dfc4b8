/** Reads the files of ../vectors; their grammar stands at the top of each. */

import { readFileSync } from 'node:fs';

export interface Vector {
  /** The fields of the line, texts already unfolded. */
  readonly fields: readonly string[];
  readonly line: number;
}

const TERM =
  /\s*(?:(?<comment>#.*)|(?<text>"(?:[^"\\]|\\.)*")(?:\*(?<times>\d+))?|(?<plus>\+)(?=\s)|(?<bare>[^\s"#]+))/y;

export function readVectors(file: URL): Vector[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((source, at) => ({ fields: fieldsOf(source, at + 1), line: at + 1 }))
    .filter(({ fields }) => fields.length > 0);
}

function fieldsOf(source: string, line: number): string[] {
  const fields: string[] = [];
  let joining = false;
  TERM.lastIndex = 0;
  while (source.slice(TERM.lastIndex).trim() !== '') {
    const found = TERM.exec(source)?.groups;
    if (found === undefined) throw new Error(`line ${line}: cannot read «${source}»`);
    if (found['comment'] !== undefined) break;
    if (found['plus'] !== undefined) {
      joining = true;
      continue;
    }
    const value = found['text'] === undefined ? (found['bare'] ?? '') : unfold(found['text'], found['times']);
    if (joining) fields.push((fields.pop() ?? '') + value);
    else fields.push(value);
    joining = false;
  }
  return fields;
}

function unfold(literal: string, times: string | undefined): string {
  const text: unknown = JSON.parse(literal);
  return String(text).repeat(Number(times ?? 1));
}

/** `153x2,49` → [153, 153, 49]; `-` → []. */
export function readUnits(list: string): number[] {
  if (list === '-') return [];
  return list.split(',').flatMap((item) => {
    const [units, times = '1'] = item.split('x');
    return Array.from({ length: Number(times) }, () => Number(units));
  });
}

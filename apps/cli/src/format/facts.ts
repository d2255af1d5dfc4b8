import { widthOf } from './width.ts';

export type Fact = readonly [label: string, ...lines: readonly string[]];

/** Labels in one column, what they say in the next. */
export function factLines(facts: readonly Fact[], indent = ''): string[] {
  const room = facts.reduce((most, [label]) => Math.max(most, widthOf(label)), 0);
  return facts.flatMap(([label, ...lines]) =>
    lines.map((line, index) => {
      const head = index === 0 ? label : '';
      return `${indent}${head}${' '.repeat(room - widthOf(head) + 3)}${line}`.trimEnd();
    }),
  );
}

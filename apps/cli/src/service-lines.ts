import type { Service } from './api/shapes.ts';
import { countOf, nouns } from './format/numbers.ts';
import type { Paint } from './format/paint.ts';
import { services } from './format/states.ts';
import { formatDay } from './format/time.ts';
import { tidy } from './format/width.ts';

/** A subscription service: whether it is on, until when it may be used, and what to know. */
export function serviceLines({ name, enabled, state, until, daysLeft, notice }: Service, paint: Paint): string[] {
  const known = services[state];
  const words = enabled ? paint(known.tone, known.name) : paint('dim', 'wyłączona');
  const end = until === null ? '' : ` · do ${formatDay(until)}`;
  const left = daysLeft === null || daysLeft < 0 ? '' : ` (${countOf(daysLeft, nouns.day)})`;
  return [
    `${tidy(name.pl)}: ${words}${end}${left}`,
    ...(notice ? [paint('warn', tidy(notice.sentence.pl)), ...(notice.action ? [tidy(notice.action.pl)] : [])] : []),
  ];
}

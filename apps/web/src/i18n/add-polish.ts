import i18next from 'i18next';
import type { LaterPolish } from './pl/index.ts';

/** A screen brings its own sentences along, when it is loaded itself. English comes as a whole anyhow. */
export function addPolish(part: Partial<LaterPolish>): void {
  i18next.addResourceBundle('pl', 'translation', part, true);
}

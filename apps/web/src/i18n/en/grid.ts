import type { grid as pl } from '../pl/grid.ts';
import type { Translation } from '../translation.ts';

export const grid: Translation<typeof pl> = {
  printed: 'Printed are the rows in sight: {{formatted}} of {{total}}.',
  columns: 'Columns',
  defaults: 'Back to the usual ones',
  tooMany:
    'At most {{formatted}} rows can be marked one by one. Narrow the list by a filter and mark all that match: Ctrl+A.',
};

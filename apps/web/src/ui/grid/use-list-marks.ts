import { useCallback, useState } from 'react';
import { NO_MARKS, type Marks } from './grid-column.ts';

/**
 * Marks that outlive another search. Single rows stay marked, so that they can be gathered by several searches; "all that match"
 * belongs to the list it was said of and waits there. `list` names that list: its filter. Of another company nothing is marked.
 */
export function useListMarks(companyId: string, list: string): readonly [Marks, (marks: Marks) => void] {
  const [kept, setKept] = useState({ marks: NO_MARKS, companyId, list });
  const setMarks = useCallback((marks: Marks) => setKept({ marks, companyId, list }), [companyId, list]);
  const isElsewhere = kept.companyId !== companyId || (kept.marks.all && kept.list !== list);
  return [isElsewhere ? NO_MARKS : kept.marks, setMarks];
}

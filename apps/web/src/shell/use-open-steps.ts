import { useQuery } from '@tanstack/react-query';
import { firstStepsQuery } from '../api/queries.ts';

/** How many of the first steps are done, as `4/6`; null once all are, or while nobody knows. */
export function useOpenSteps(companyId: string): string | null {
  const { data } = useQuery(firstStepsQuery(companyId));
  if (data === undefined || data.done) return null;
  return `${data.steps.filter(({ done }) => done).length}/${data.steps.length}`;
}

import { useParams } from '@tanstack/react-router';

/** The company the address names; only below `/firma/$companyId`. */
export function useCompanyId(): string {
  return useParams({ from: '/firma/$companyId' }).companyId;
}

import { useQuery } from '@tanstack/react-query';
import { gatewayQuery } from '../api/queries.ts';

/** The address of the emulator when the company's gateway is one, else null. */
export function useEmulator(companyId: string): string | null {
  const { data } = useQuery(gatewayQuery(companyId));
  return data?.emulator ? data.baseUrl : null;
}

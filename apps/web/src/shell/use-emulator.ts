import { useQuery } from '@tanstack/react-query';
import { gatewayQuery } from '../api/queries.ts';

const LOCAL = /^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?(?:\/|$)/i;

/** The address of the emulator when the company's gateway is one on this computer, else null. */
export function useEmulator(companyId: string): string | null {
  const { data } = useQuery(gatewayQuery(companyId));
  return data && LOCAL.test(data.baseUrl) ? data.baseUrl : null;
}

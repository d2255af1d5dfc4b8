import { useQuery } from '@tanstack/react-query';
import { gatewayQuery } from '../api/queries.ts';
import { isOnThisComputer } from '../screens/settings/gateway/gateway-view.ts';

/** The address of the emulator when the company's gateway is one, else null: also of one that is silent for a moment. */
export function useEmulator(companyId: string): string | null {
  const { data } = useQuery(gatewayQuery(companyId));
  return data && (data.emulator || isOnThisComputer(data.baseUrl)) ? data.baseUrl : null;
}

import { contract } from './contract.ts';
import { callers } from './transport.ts';
import type { Client } from './client-type.ts';

/**
 * A typed client made from the contract alone: no generated code.
 * @example
 * const api = createClient('http://127.0.0.1:7300', { authorization: `Bearer ${key}` });
 * const { items } = await api.listCompanies();
 */
export function createClient(
  baseUrl: string,
  headers: Record<string, string> = {},
  fetcher: typeof fetch = fetch,
): Client {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one method per key of the contract, by construction
  return callers(contract, { baseUrl, headers, fetcher }) as unknown as Client;
}

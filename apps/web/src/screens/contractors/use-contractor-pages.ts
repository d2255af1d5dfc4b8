import { api } from '../../api/client.ts';
import { usePages, type Pages } from '../../ui/grid/use-pages.ts';
import type { ContractorView } from './contractor-columns.tsx';
import { filterOf, orderOf, type ContractorsSearch } from './contractors-search.ts';

/** The contractors an address means, page by page. */
export function useContractorPages(companyId: string, search: ContractorsSearch): Pages<ContractorView> {
  const list = { ...filterOf(search), ...orderOf(search) };
  return usePages(['contractors', companyId, list], (offset, limit, signal) =>
    api.listContractors({ params: { companyId }, query: { ...list, offset, limit } }, { signal }),
  );
}

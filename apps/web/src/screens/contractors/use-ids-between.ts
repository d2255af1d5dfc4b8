import { MOST_NAMED } from '@goniec/contract/browser';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { notifyError, notifyWarning } from '../../ui/notify.ts';
import { filterOf, orderOf, type ContractorsSearch } from './contractors-search.ts';

/** The ids of a stretch of the list, as long as one request may name them; a longer one is told instead. */
export function useIdsBetween(companyId: string, search: ContractorsSearch) {
  const { t } = useTranslation();
  return async (first: number, end: number): Promise<readonly string[]> => {
    if (end - first > MOST_NAMED) {
      notifyWarning(t('grid.tooMany', { formatted: formatCount(MOST_NAMED) }));
      return [];
    }
    const query = { ...filterOf(search), ...orderOf(search), offset: first, limit: end - first };
    try {
      return (await api.listContractorIds({ params: { companyId }, query })).items;
    } catch (error) {
      notifyError(error instanceof Error ? error : new Error(String(error)));
      return [];
    }
  };
}

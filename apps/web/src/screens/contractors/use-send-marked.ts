import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pickedKey } from '../../api/campaign-queries.ts';
import { api } from '../../api/client.ts';
import { formatTime } from '../../i18n/format.ts';
import type { Marks } from '../../ui/grid/grid-column.ts';
import { notifyError } from '../../ui/notify.ts';
import { filterOf, type ContractorsSearch } from './contractors-search.ts';

/**
 * *Operacje dodatkowe > Wyślij SMS-y do kontaktów zaznaczonych kontrahentów*: a new campaign with their contacts, opened.
 * Whoever may not be sent to is not proposed; the campaign says who and why.
 */
export function useSendMarked(companyId: string, search: ContractorsSearch) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (marks: Marks) => {
      const subject = t('directory.newSubject', { at: formatTime(new Date().toISOString()) });
      const { id } = await api.createCampaign({ params: { companyId }, body: { subject, body: '' } });
      const ids = [...marks.ids];
      const picked = await api.pickRecipients({
        params: { companyId, campaignId: id },
        body: marks.all ? { filter: filterOf(search), exceptContractorIds: ids } : { contractorIds: ids },
      });
      return { campaignId: id, picked };
    },
    onSuccess: async ({ campaignId, picked }) => {
      client.setQueryData(pickedKey({ companyId, campaignId }), picked);
      void client.invalidateQueries({ queryKey: ['campaigns', companyId] });
      await navigate({ to: '/firma/$companyId/wysylki/$campaignId', params: { companyId, campaignId } });
    },
    onError: notifyError,
  });
}

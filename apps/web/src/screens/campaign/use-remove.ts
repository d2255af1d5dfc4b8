import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { campaignQuery } from '../../api/campaign-queries.ts';
import { api } from '../../api/client.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { CampaignView } from './use-draft.ts';

/** *Usuń szkic*, after the question. Its window is left first (`leave`): nothing asks for a draft that is gone. */
export function useRemove(companyId: string, leave?: () => Promise<void>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: Pick<CampaignView, 'id' | 'subject'>) => {
      await leave?.();
      await api.deleteCampaign({ params: { companyId, campaignId: id } });
    },
    onSuccess: async (_, { id, subject }) => {
      client.removeQueries({ queryKey: campaignQuery({ companyId, campaignId: id }).queryKey });
      await client.invalidateQueries({ queryKey: ['campaigns', companyId] });
      notifyDone(t('campaignList.removed', { subject }));
    },
    onError: notifyError,
  });
}

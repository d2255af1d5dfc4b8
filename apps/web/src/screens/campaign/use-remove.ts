import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { campaignQuery, savingKey } from '../../api/campaign-queries.ts';
import { api } from '../../api/client.ts';
import { settled } from '../../api/settled.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { CampaignView } from './use-draft.ts';

/** *Usuń szkic*, after the question. Its window is left first (`leave`), and what was typed there is saved: nothing asks for a draft that is gone. */
export function useRemove(companyId: string, leave?: () => Promise<void>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: Pick<CampaignView, 'id' | 'subject'>) => {
      await leave?.();
      await settled(client, savingKey({ companyId, campaignId: id }));
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

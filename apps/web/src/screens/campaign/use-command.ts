import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { campaignQuery } from '../../api/campaign-queries.ts';
import { api } from '../../api/client.ts';
import { say } from '../../ui/describe-error.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import type { CampaignView } from './use-draft.ts';

type Command = 'pause' | 'resume' | 'cancel' | 'check_delivery';

/** Wstrzymaj, Wznów, Anuluj, Sprawdź doręczenie: the answer is the campaign as it is now. */
export function useCommand(companyId: string, campaign: CampaignView) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const key = { companyId, campaignId: campaign.id };
  return useMutation({
    mutationFn: async (command: Command) => {
      const params = { params: key };
      if (command === 'pause') return { campaign: await api.pauseCampaign(params) };
      if (command === 'resume') return { campaign: await api.resumeCampaign(params) };
      if (command === 'cancel') return { campaign: await api.cancelCampaign(params) };
      return api.checkDelivery(params);
    },
    onSuccess: (answer) => {
      client.setQueryData(campaignQuery(key).queryKey, answer.campaign);
      void client.invalidateQueries({ queryKey: ['messages', companyId, campaign.id] });
      void client.invalidateQueries({ queryKey: ['campaigns', companyId] });
      if (!('asked' in answer)) return;
      notifyDone(
        answer.notice
          ? say(answer.notice.sentence)
          : t('campaigns.checked', { count: answer.asked, changed: answer.changed }),
      );
    },
    onError: notifyError,
  });
}

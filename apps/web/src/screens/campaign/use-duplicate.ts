import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { notifyError } from '../../ui/notify.ts';

/** *Powiel*: the same text and recipients in a new draft, opened. */
export function useDuplicate(companyId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (campaignId: string) => api.duplicateCampaign({ params: { companyId, campaignId } }),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['campaigns', companyId] });
      const params = { companyId, campaignId: id };
      await navigate({ to: '/firma/$companyId/wysylki/$campaignId', params, search: {} });
    },
    onError: notifyError,
  });
}

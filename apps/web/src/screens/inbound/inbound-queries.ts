import type { Contract, Result } from '@goniec/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';

export type InboundView = Result<Contract['getInboundMessage']>;

const PAGE = 200;

export const inboundListQuery = (companyId: string, state: InboundView['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['inbound', companyId, 'list', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.listInboundMessages({ params: { companyId }, query: { state, cursor: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const inboundQuery = (companyId: string, inboundId: string) =>
  queryOptions({
    queryKey: ['inbound', companyId, 'one', inboundId],
    queryFn: ({ signal }) => api.getInboundMessage({ params: { companyId, inboundId } }, { signal }),
  });

/** A person has read these. */
export function useMarkInboundRead(companyId: string, onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (inboundIds: string[]) => api.markInboundRead({ params: { companyId }, body: { inboundIds } }),
    onSuccess: ({ marked }) => {
      notifyDone(t('inbound.marked', { count: marked, formatted: formatCount(marked) }));
      onDone();
    },
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: ['inbound', companyId] }),
  });
}

/** A person reads a withdrawal of consent in one of them. */
export function useWithdrawByInbound(companyId: string, onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (inboundId: string) => api.withdrawByInbound({ params: { companyId, inboundId } }),
    onSuccess: () => {
      notifyDone(t('inbound.withdrawn'));
      onDone();
    },
    onError: notifyError,
    onSettled: () => client.invalidateQueries({ queryKey: ['inbound', companyId] }),
  });
}

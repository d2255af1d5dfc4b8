import type { Contract, Result } from '@goniec/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';

export type Editor = Result<Contract['listEditors']>['items'][number];

/** Signs of life, well within the silence after which the server counts a window as closed. */
const SIGN_MS = 20_000;

/** A name for this window, also where the page is not served over https. */
const newSeat = (): string =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36).padStart(7, '0')).join('');

/** Tells the others that the campaign is open here, and gives those who have it open elsewhere. */
export function useEditors(
  { companyId, campaignId }: { readonly companyId: string; readonly campaignId: string },
  { open, editing }: { readonly open: boolean; readonly editing: boolean },
): readonly Editor[] {
  const client = useQueryClient();
  const [seat] = useState(newSeat);
  const wrote = useRef(false);
  const queryKey = ['editors', companyId, campaignId, seat];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.announceEditor({ params: { companyId, campaignId, seat }, body: { editing: wrote.current } }, { signal }),
    enabled: open,
    refetchInterval: SIGN_MS,
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    if (!editing || wrote.current) return;
    wrote.current = true;
    void client.invalidateQueries({ queryKey: ['editors', companyId, campaignId] });
  }, [editing, client, companyId, campaignId]);
  useEffect(() => {
    if (!open) return;
    const leave = () =>
      void api.leaveEditor({ params: { companyId, campaignId, seat } }, { keepalive: true }).catch(() => {});
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [open, companyId, campaignId, seat]);
  return open ? (data?.items ?? []).filter((each) => each.seat !== seat) : [];
}

import type { Contract, Result } from '@goniec/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type HandsetView = Result<Contract['listHandsets']>['items'][number];
export type ConversationView = Result<Contract['getHandset']>;
export type EntryView = ConversationView['items'][number];
export type MessageEntryView = Extract<EntryView, { readonly kind: 'message' }>;
export type ReplyEntryView = Extract<EntryView, { readonly kind: 'reply' }>;

/** The server follows the emulator while somebody looks: a screen that stays open has to look now and then. */
const LOOK_MS = 30_000;

const ENTRIES = 40;

export const handsetsQuery = (companyId: string, q: string | undefined) =>
  queryOptions({
    queryKey: ['phones', companyId, 'list', q ?? ''],
    queryFn: ({ signal }) =>
      api.listHandsets({ params: { companyId }, query: q === undefined ? {} : { q } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
    // the server has waited for the emulator already
    retry: false,
  });

export const conversationQuery = (companyId: string, phone: string) =>
  infiniteQueryOptions({
    queryKey: ['phones', companyId, 'one', phone],
    queryFn: ({ pageParam, signal }) =>
      api.getHandset(
        { params: { companyId, phone }, query: { limit: ENTRIES, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_MS,
    retry: false,
  });

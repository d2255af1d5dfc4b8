import { Button, Stack } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../../ui/state-panels.tsx';
import { MessageLine } from './message-line.tsx';

const AT_ONCE = 50;

/** *Wiadomości*: what this contractor got, newest first, and what became of it. */
export function MessagesTab({
  companyId,
  contractorId,
}: {
  readonly companyId: string;
  readonly contractorId: string;
}) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    // Below `campaigns`: an event of any campaign may have changed one of these.
    queryKey: ['campaigns', companyId, 'messages-of', contractorId],
    queryFn: ({ pageParam, signal }) =>
      api.listContractorMessages(
        { params: { companyId, contractorId }, query: { limit: AT_ONCE, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (!data) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingPanel />;
  const messages = data.pages.flatMap(({ items }) => items);
  if (messages.length === 0)
    return (
      <StatePanel
        icon={IconMessageOff}
        title={t('contractor.messages.empty')}
        hint={t('contractor.messages.emptyHint')}
      />
    );
  return (
    <Stack gap="xs">
      <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
        {messages.map((message) => (
          <MessageLine key={message.id} companyId={companyId} message={message} />
        ))}
      </Stack>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('contractor.messages.more')}
        </Button>
      ) : null}
    </Stack>
  );
}

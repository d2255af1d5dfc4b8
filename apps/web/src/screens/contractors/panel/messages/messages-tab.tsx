import { Stack } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../../ui/steady-button.tsx';
import { MessageLine } from './message-line.tsx';
import { ReplyLine } from './reply-line.tsx';
import { useHistory } from './use-history.ts';

/** *Wiadomości*: what this contractor got and wrote back, newest first, and what became of it. */
export function MessagesTab({
  companyId,
  contractorId,
}: {
  readonly companyId: string;
  readonly contractorId: string;
}) {
  const { t } = useTranslation();
  const { lines, error, refetch, hasMore, isLoadingMore, loadMore } = useHistory(companyId, contractorId);
  if (!lines) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  if (lines.length === 0 && !hasMore)
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
        {lines.map((line) =>
          line.kind === 'sent' ? (
            <MessageLine key={`sent ${line.message.id}`} companyId={companyId} message={line.message} />
          ) : (
            <ReplyLine key={`reply ${line.reply.id}`} companyId={companyId} reply={line.reply} />
          ),
        )}
      </Stack>
      {hasMore ? (
        <SteadyButton variant="default" loading={isLoadingMore} onClick={loadMore}>
          {t('contractor.messages.more')}
        </SteadyButton>
      ) : null}
    </Stack>
  );
}

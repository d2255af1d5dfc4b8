import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconListDetails, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { say } from '../../../ui/describe-error.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { usePages } from '../../../ui/grid/use-pages.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../ui/state-panels.tsx';
import css from '../campaign.module.css';
import type { Addressee, Showing } from '../use-addressee.ts';
import type { CampaignView } from '../use-draft.ts';
import { ExportMenu } from './export-menu.tsx';
import { useLogColumns, type MessageView } from './log-columns.tsx';
import { MessageDetails } from './message-details.tsx';
import { StageSums } from './stage-sums.tsx';
import { DELIVERIES, HANDOVERS } from './stages.ts';

interface LogTabProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly showing: Showing;
}

const idOf = ({ id }: MessageView): string => id;
const addresseeOf = ({ contractorName, phone, handover, handoverReason }: MessageView): Addressee => ({
  name: contractorName ?? '—',
  phone,
  obstacle: handover === 'excluded' && handoverReason ? say(handoverReason.sentence) : null,
});
const PAUSE_MS = 250;

/** *2 Log wykonania wysyłki*: both stages of every message; the sums filter by a click. */
export function LogTab({ companyId, campaign, showing }: LogTabProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const search = useSearch({ from: '/firma/$companyId/wysylki/$campaignId' });
  const navigate = useNavigate({ from: '/firma/$companyId/wysylki/$campaignId' });
  const [shown, setShown] = useState<MessageView | null>(null);
  const handover = HANDOVERS.find((known) => known === search.handover);
  const delivery = DELIVERIES.find((known) => known === search.delivery);
  const { q } = search;
  const columns = useLogColumns();
  const pages = usePages(['messages', companyId, campaign.id, { handover, delivery, q }], (offset, limit, signal) =>
    api.listMessages(
      { params: { companyId, campaignId: campaign.id }, query: { handover, delivery, q, offset, limit } },
      { signal },
    ),
  );
  const find = useDebouncedCallback(
    (typed: string) =>
      void navigate({
        search: (now) => ({ ...now, tab: 'log' as const, q: typed === '' ? undefined : typed }),
        replace: true,
      }),
    PAUSE_MS,
  );
  const first = pages.rowAt(0);
  const { propose } = showing;
  useEffect(() => {
    if (first) propose(addresseeOf(first));
  }, [first, propose]);
  const total = pages.total ?? 0;
  if (campaign.sums.messages === 0)
    return <StatePanel icon={IconListDetails} title={t('campaigns.log.empty')} hint={t('campaigns.log.emptyHint')} />;
  return (
    <div className={css['list']}>
      <StageSums
        campaign={campaign}
        handover={handover}
        delivery={delivery}
        onPick={(stage, state) => void navigate({ search: (now) => ({ ...now, tab: 'log' as const, [stage]: state }) })}
      />
      <Group gap="xs" px="xs" pb="xs">
        <TextInput
          defaultValue={q ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
          placeholder={t('campaigns.log.search')}
          aria-label={t('common.search')}
          leftSection={<IconSearch size={14} />}
          style={{ flex: '1 1 180px', maxWidth: 300 }}
        />
        <ExportMenu companyId={companyId} campaignId={campaign.id} filter={{ handover, delivery, q }} />
      </Group>
      <div className={css['rows']}>
        {pages.error && pages.total === undefined ? (
          <ErrorPanel error={pages.error} onRetry={pages.refetch} />
        ) : pages.total === undefined ? (
          <LoadingPanel />
        ) : total === 0 ? (
          <StatePanel icon={IconSearchOff} title={t('common.nothingFound')}>
            <Button variant="default" onClick={() => void navigate({ search: { tab: 'log' } })}>
              {t('directory.clearFilters')}
            </Button>
          </StatePanel>
        ) : (
          <Grid
            label={t('campaigns.log.title')}
            columns={columns}
            total={total}
            rowAt={pages.rowAt}
            idOf={idOf}
            onWindow={pages.onWindow}
            onOpen={setShown}
            onActive={(row) => showing.show(addresseeOf(row))}
            whole={t('campaign.export.whole')}
          />
        )}
      </div>
      <Text size="xs" c="dimmed" px="sm" py={5}>
        {pages.total === undefined ? '' : counted('messages', total)}
      </Text>
      <MessageDetails message={shown} onClose={() => setShown(null)} />
    </div>
  );
}

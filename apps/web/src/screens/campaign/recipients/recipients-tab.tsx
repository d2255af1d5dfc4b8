import { Badge, Button, Group, Text } from '@mantine/core';
import { IconTrash, IconUsersPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignQuery, quoteQuery } from '../../../api/campaign-queries.ts';
import { api } from '../../../api/client.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { say } from '../../../ui/describe-error.ts';
import { countMarked, NO_MARKS, type Marks } from '../../../ui/grid/grid-column.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { usePages } from '../../../ui/grid/use-pages.ts';
import { notifyError } from '../../../ui/notify.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../ui/state-panels.tsx';
import css from '../campaign.module.css';
import type { CampaignView } from '../use-draft.ts';
import { useRecipientColumns, type RecipientView } from './recipient-columns.tsx';

interface RecipientsTabProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  /** The campaign's version after our own change. */
  readonly onChanged: (version: number) => void;
}

const idOf = ({ contactId }: RecipientView): string => contactId;

/** *1 Lista odbiorców SMS*: who gets it, and who would be left out and why. */
export function RecipientsTab({ companyId, campaign, onChanged }: RecipientsTabProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const client = useQueryClient();
  const key = { companyId, campaignId: campaign.id };
  const isDraft = campaign.state === 'draft';
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const columns = useRecipientColumns();
  const { data: quote } = useQuery({ ...quoteQuery(key), enabled: isDraft });
  const pages = usePages(['recipients', companyId, campaign.id], (offset, limit, signal) =>
    api.listRecipients({ params: key, query: { offset, limit } }, { signal }),
  );
  const drop = useMutation({
    mutationFn: () => api.dropRecipients({ params: key, body: marks.all ? {} : { contactIds: [...marks.ids] } }),
    onSuccess: async () => {
      setMarks(NO_MARKS);
      await client.invalidateQueries({ queryKey: ['recipients', companyId, campaign.id] });
      void client.invalidateQueries({ queryKey: quoteQuery(key).queryKey });
      onChanged((await client.fetchQuery({ ...campaignQuery(key), staleTime: 0 })).version);
    },
    onError: notifyError,
  });
  const total = pages.total ?? 0;
  const marked = countMarked(marks, total);
  // Taking out "all but some" is not one request: everything marked, or the marked ones.
  const mayDrop = marked > 0 && (!marks.all || marks.ids.size === 0);
  const addLink = (
    <Button
      component={Link}
      to={`/firma/${companyId}/kontrahenci`}
      variant="default"
      leftSection={<IconUsersPlus size={14} />}
    >
      {t('campaigns.recipients.add')}
    </Button>
  );
  return (
    <div className={css['list']}>
      <Group gap="xs" p="xs">
        {quote?.excluded.map(({ reason, count }) => (
          <Badge key={reason.code} color="orange" title={say(reason.sentence)}>
            {t('campaigns.recipients.leftOut', {
              reason: say(reason.sentence).replace(/\.$/, ''),
              formatted: formatCount(count),
            })}
          </Badge>
        ))}
        {isDraft ? (
          <Group gap="xs" ml="auto">
            {addLink}
            <Button
              variant="default"
              leftSection={<IconTrash size={14} />}
              disabled={!mayDrop}
              loading={drop.isPending}
              onClick={() => drop.mutate()}
            >
              {marked > 0
                ? t('campaigns.recipients.dropMarked', { formatted: formatCount(marked) })
                : t('campaigns.recipients.drop')}
            </Button>
          </Group>
        ) : null}
      </Group>
      <div className={css['rows']}>
        {pages.error && pages.total === undefined ? (
          <ErrorPanel error={pages.error} onRetry={pages.refetch} />
        ) : pages.total === undefined ? (
          <LoadingPanel />
        ) : total === 0 ? (
          <StatePanel
            icon={IconUsersPlus}
            title={t('campaigns.recipients.empty')}
            hint={t('campaigns.recipients.emptyHint')}
          >
            {isDraft ? addLink : null}
          </StatePanel>
        ) : (
          <Grid
            label={t('campaigns.recipients.title')}
            columns={columns}
            total={total}
            rowAt={pages.rowAt}
            idOf={idOf}
            onWindow={pages.onWindow}
            {...(isDraft ? { marks, onMarks: setMarks } : {})}
          />
        )}
      </div>
      <Text size="xs" c="dimmed" px="sm" py={5}>
        {pages.total === undefined ? '' : counted('contacts', total)}
      </Text>
    </div>
  );
}

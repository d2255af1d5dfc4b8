import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconSearch, IconSearchOff, IconTrash, IconUsersPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignQuery, quoteKey, quoteQuery } from '../../../api/campaign-queries.ts';
import { api } from '../../../api/client.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { say } from '../../../ui/describe-error.ts';
import { countMarked, NO_MARKS, type Marks } from '../../../ui/grid/grid-column.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { usePages } from '../../../ui/grid/use-pages.ts';
import { notifyError } from '../../../ui/notify.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import css from '../campaign.module.css';
import type { Addressee, Showing } from '../use-addressee.ts';
import type { CampaignView } from '../use-draft.ts';
import { AddDialog } from './add-dialog.tsx';
import { PickedNotice } from './picked-notice.tsx';
import { RecipientChips } from './recipient-chips.tsx';
import { useRecipientColumns, type RecipientView } from './recipient-columns.tsx';

interface RecipientsTabProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly showing: Showing;
  /** The campaign's version after our own change. */
  readonly onChanged: (version: number) => void;
}

const idOf = ({ contactId }: RecipientView): string => contactId;
const addresseeOf = ({ contractorName, phone, obstacle }: RecipientView): Addressee => ({
  name: contractorName,
  phone,
  obstacle: obstacle && say(obstacle.sentence),
});
const PAUSE_MS = 250;

/** *1 Lista odbiorców SMS*: who gets it, and who would be left out and why. */
export function RecipientsTab({ companyId, campaign, showing, onChanged }: RecipientsTabProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const client = useQueryClient();
  const key = { companyId, campaignId: campaign.id };
  const isDraft = campaign.state === 'draft';
  const search = useSearch({ from: '/firma/$companyId/wysylki/$campaignId' });
  const navigate = useNavigate({ from: '/firma/$companyId/wysylki/$campaignId' });
  const { q, obstacle } = search;
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const addHere = useRef<HTMLButtonElement>(null);
  const [adding, { open: add, close: stopAdding }] = useDisclosure(false);
  const columns = useRecipientColumns();
  const { data: quote } = useQuery({ ...quoteQuery(key, campaign.version), enabled: isDraft });
  const filter = { q, obstacle };
  const isFiltered = q !== undefined || obstacle !== undefined;
  const pages = usePages(['recipients', companyId, campaign.id, filter], (offset, limit, signal) =>
    api.listRecipients({ params: key, query: { ...filter, offset, limit } }, { signal }),
  );
  const first = pages.rowAt(0);
  const { propose } = showing;
  useEffect(() => {
    if (first) propose(addresseeOf(first));
  }, [first, propose]);
  const narrow = (patch: { readonly q?: string | undefined; readonly obstacle?: string | undefined }) => {
    // "All of them" means others now.
    setMarks(NO_MARKS);
    void navigate({ search: (now) => ({ ...now, tab: 'odbiorcy' as const, ...patch }), replace: true });
  };
  const find = useDebouncedCallback((typed: string) => narrow({ q: typed === '' ? undefined : typed }), PAUSE_MS);
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['recipients', companyId, campaign.id] });
    void client.invalidateQueries({ queryKey: quoteKey(key) });
    onChanged((await client.fetchQuery({ ...campaignQuery(key), staleTime: 0 })).version);
  };
  const total = pages.total ?? 0;
  const marked = countMarked(marks, total);
  const drop = useMutation({
    mutationFn: () => {
      const ids = [...marks.ids];
      return api.dropRecipients({
        params: key,
        body: marks.all ? { filter, exceptContactIds: ids } : { contactIds: ids },
      });
    },
    onSuccess: async () => {
      setMarks(NO_MARKS);
      // Nobody is left whom the filter shows.
      if (isFiltered && marked === total) narrow({ q: undefined, obstacle: undefined });
      await refresh();
    },
    onError: notifyError,
  });
  const addButton = (ref?: Ref<HTMLButtonElement>) => (
    <Button ref={ref} variant="default" leftSection={<IconUsersPlus size={14} />} onClick={add}>
      {t('campaigns.recipients.add')}
    </Button>
  );
  return (
    <div className={css['list']}>
      <PickedNotice {...key} />
      <Group gap="xs" p="xs">
        <TextInput
          key={q === undefined ? 'none' : 'some'}
          defaultValue={q ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
          placeholder={t('campaigns.log.search')}
          aria-label={t('common.search')}
          leftSection={<IconSearch size={14} />}
          style={{ flex: '1 1 150px', maxWidth: 260 }}
        />
        {isDraft ? (
          <Group gap="xs" ml="auto">
            {addButton(addHere)}
            <SteadyButton
              variant="default"
              leftSection={<IconTrash size={14} />}
              disabled={marked === 0}
              loading={drop.isPending}
              onClick={() => drop.mutate()}
            >
              {marked > 0
                ? t('campaigns.recipients.dropMarked', { formatted: formatCount(marked) })
                : t('campaigns.recipients.drop')}
            </SteadyButton>
          </Group>
        ) : null}
      </Group>
      {isDraft && quote && quote.recipients > 0 ? (
        <Group gap="xs" px="xs" pb="xs">
          <RecipientChips quote={quote} picked={obstacle} onPick={(code) => narrow({ obstacle: code })} />
        </Group>
      ) : null}
      <div className={css['rows']}>
        {pages.error && pages.total === undefined ? (
          <ErrorPanel error={pages.error} onRetry={pages.refetch} />
        ) : pages.total === undefined ? (
          <LoadingPanel />
        ) : total === 0 && isFiltered ? (
          <StatePanel icon={IconSearchOff} title={t('common.nothingFound')}>
            <Button variant="default" onClick={() => narrow({ q: undefined, obstacle: undefined })}>
              {t('directory.clearFilters')}
            </Button>
          </StatePanel>
        ) : total === 0 ? (
          <StatePanel
            icon={IconUsersPlus}
            title={t('campaigns.recipients.empty')}
            hint={isDraft ? t('campaign.add.hint') : undefined}
          >
            {isDraft ? addButton() : null}
          </StatePanel>
        ) : (
          <Grid
            label={t('campaigns.recipients.title')}
            columns={columns}
            total={total}
            rowAt={pages.rowAt}
            idOf={idOf}
            onWindow={pages.onWindow}
            onActive={(row) => showing.show(addresseeOf(row))}
            listKey={JSON.stringify(filter)}
            {...(isDraft ? { marks, onMarks: setMarks } : {})}
          />
        )}
      </div>
      <Text size="xs" c="dimmed" px="sm" py={5}>
        {pages.total === undefined ? '' : counted('contacts', total)}
      </Text>
      <AddDialog
        opened={adding}
        companyId={companyId}
        campaignId={campaign.id}
        onAdded={() => void refresh()}
        onClose={stopAdding}
        // The button of an empty list is not there any more once somebody was added.
        onGone={() => document.activeElement === document.body && addHere.current?.focus()}
      />
    </div>
  );
}

import type { Contract, Result } from '@goniec/contract';
import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { say } from '../../../ui/describe-error.ts';
import { countMarked, NO_MARKS, type Marks } from '../../../ui/grid/grid-column.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { notifyError } from '../../../ui/notify.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../ui/state-panels.tsx';
import { useContractorColumns, type ContractorView } from '../../contractors/contractor-columns.tsx';
import { ContractorFilters } from '../../contractors/contractor-filters.tsx';
import { filterOf, type ContractorsSearch } from '../../contractors/contractors-search.ts';
import { useContractorPages } from '../../contractors/use-contractor-pages.ts';
import { useIdsBetween } from '../../contractors/use-ids-between.ts';
import css from '../campaign.module.css';
import { NARROW } from '../narrow.ts';

interface AddDialogProps {
  readonly companyId: string;
  readonly campaignId: string;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

type Added = Result<Contract['pickRecipients']>;

const idOf = ({ id }: ContractorView): string => id;
const PAUSE_MS = 200;

/** *Dodaj z kontrahentów*: marks some, and tells how many came in, how many did not, and why. */
export function AddDialog({ companyId, campaignId, onAdded, onClose }: AddDialogProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const [search, setSearch] = useState<ContractorsSearch>({});
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const pages = useContractorPages(companyId, search);
  const idsBetween = useIdsBetween(companyId, search);
  const columns = useContractorColumns();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const change = (patch: ContractorsSearch) => {
    // Everything that matches is something else now.
    setMarks(NO_MARKS);
    setSearch((now) => ({ ...now, ...patch }));
  };
  const find = useDebouncedCallback((q: string) => change({ q: q === '' ? undefined : q }), PAUSE_MS);
  const pick = useMutation({
    mutationFn: () => {
      const ids = [...marks.ids];
      return api.pickRecipients({
        params: { companyId, campaignId },
        body: marks.all ? { filter: filterOf(search), exceptContractorIds: ids } : { contractorIds: ids },
      });
    },
    onSuccess: () => {
      setMarks(NO_MARKS);
      onAdded();
    },
    onError: notifyError,
  });
  const total = pages.total ?? 0;
  const marked = countMarked(marks, total);
  return (
    <Modal
      opened
      onClose={onClose}
      size={1000}
      fullScreen={narrow}
      title={t('campaigns.recipients.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {pick.data ? (
        <AddedReport added={pick.data} onMore={pick.reset} onClose={onClose} />
      ) : (
        <Stack gap="xs">
          <Group gap="xs">
            <TextInput
              data-autofocus
              aria-label={t('common.search')}
              placeholder={t('campaign.add.search')}
              leftSection={<IconSearch size={14} />}
              onChange={(event) => find(event.currentTarget.value)}
              style={{ flex: '1 1 200px' }}
            />
            <ContractorFilters companyId={companyId} search={search} onSearch={change} open />
          </Group>
          <div className={css['choice']}>
            {pages.error && pages.total === undefined ? (
              <ErrorPanel error={pages.error} onRetry={pages.refetch} />
            ) : pages.total === undefined ? (
              <LoadingPanel />
            ) : total === 0 ? (
              <StatePanel icon={IconSearchOff} title={t('common.nothingFound')} />
            ) : (
              <Grid
                label={t('campaigns.recipients.add')}
                columns={columns}
                total={total}
                rowAt={pages.rowAt}
                idOf={idOf}
                onWindow={pages.onWindow}
                marks={marks}
                onMarks={setMarks}
                idsBetween={idsBetween}
              />
            )}
          </div>
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {pages.total === undefined ? '' : counted('contractors', total)}
            </Text>
            <Button disabled={marked === 0} loading={pick.isPending} onClick={() => pick.mutate()}>
              {t('campaign.add.add', { formatted: formatCount(marked) })}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

interface AddedReportProps {
  readonly added: Added;
  readonly onMore: () => void;
  readonly onClose: () => void;
}

function AddedReport({ added, onMore, onClose }: AddedReportProps) {
  const { t } = useTranslation();
  const out = added.leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap="sm" role="status">
      <Text fw={600}>{t('campaign.add.added', { formatted: formatCount(added.added) })}</Text>
      {added.already > 0 ? (
        <Text size="sm">{t('campaign.add.already', { formatted: formatCount(added.already) })}</Text>
      ) : null}
      {out > 0 ? (
        <div>
          <Text size="sm" mb={4}>
            {t('campaign.add.leftOut', { formatted: formatCount(out) })}
          </Text>
          <List size="sm" spacing={4}>
            {added.leftOut.map(({ reason, count }) => (
              <List.Item key={reason.code}>
                {formatCount(count)} × {say(reason.sentence)} {reason.action ? say(reason.action) : null}
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onMore}>
          {t('campaign.add.more')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('campaign.add.done')}
        </Button>
      </Group>
    </Stack>
  );
}

import { Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import { countMarked, NO_MARKS } from '../../../ui/grid/grid-column.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { useListMarks } from '../../../ui/grid/use-list-marks.ts';
import { notifyError } from '../../../ui/notify.ts';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../../ui/state-panels.tsx';
import { useFocusHeir } from '../../../ui/use-focus-heir.ts';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { useContractorColumns, type ContractorView } from '../../contractors/contractor-columns.tsx';
import { ContractorFilters } from '../../contractors/contractor-filters.tsx';
import { filterOf, type ContractorsSearch } from '../../contractors/contractors-search.ts';
import { useContractorPages } from '../../contractors/use-contractor-pages.ts';
import { useIdsBetween } from '../../contractors/use-ids-between.ts';
import css from '../campaign.module.css';
import { NARROW } from '../narrow.ts';
import { AddedReport } from './added-report.tsx';

interface AddFormProps {
  readonly companyId: string;
  readonly campaignId: string;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

interface AddDialogProps extends AddFormProps {
  readonly opened: boolean;
  /** It is gone from the screen, and has given the keyboard back to what opened it, if that is still there. */
  readonly onGone: () => void;
}

const idOf = ({ id }: ContractorView): string => id;
const PAUSE_MS = 200;

/** *Dodaj z kontrahentów*: begins anew each time it is opened. */
export function AddDialog({ opened, onGone, ...form }: AddDialogProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened={opened}
      onClose={form.onClose}
      onExitTransitionEnd={onGone}
      size={1000}
      fullScreen={narrow}
      title={t('campaigns.recipients.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <AddForm {...form} />
    </Modal>
  );
}

/** Marks some, and tells how many came in, how many did not, and why. */
function AddForm({ companyId, campaignId, onAdded, onClose }: AddFormProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const heir = useFocusHeir();
  const [search, setSearch] = useState<ContractorsSearch>({});
  const [marks, setMarks] = useListMarks(companyId, JSON.stringify(filterOf(search)));
  const pages = useContractorPages(companyId, search);
  const idsBetween = useIdsBetween(companyId, search);
  const columns = useContractorColumns();
  const change = (patch: ContractorsSearch) => setSearch((now) => ({ ...now, ...patch }));
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
      heir.name('done');
      onAdded();
    },
    onError: notifyError,
  });
  const total = pages.total ?? 0;
  const marked = countMarked(marks, total);
  const more = () => {
    heir.name('search');
    pick.reset();
  };
  if (pick.data) return <AddedReport ref={heir.refOf('done')} added={pick.data} onMore={more} onClose={onClose} />;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <TextInput
          ref={heir.refOf('search')}
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
        <SteadyButton disabled={marked === 0} loading={pick.isPending} onClick={() => pick.mutate()}>
          {t('campaign.add.add', { formatted: formatCount(marked) })}
        </SteadyButton>
      </Group>
    </Stack>
  );
}

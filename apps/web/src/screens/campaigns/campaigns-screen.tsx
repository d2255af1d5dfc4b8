import { Button, Group, Select, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconAddressBook, IconMessages, IconPlus, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPolish } from '../../i18n/add-polish.ts';
import { campaignList } from '../../i18n/pl/campaign-list.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import { RemoveDialog } from '../campaign/remove-dialog.tsx';
import type { CampaignView } from '../campaign/use-draft.ts';
import { useCampaignColumns } from './campaign-columns.tsx';
import { CampaignsFoot } from './campaigns-foot.tsx';
import { STATES } from './campaigns-search.ts';
import css from './campaigns.module.css';
import { useCampaigns } from './use-campaigns.ts';

addPolish({ campaignList });

const idOf = ({ id }: CampaignView): string => id;
const PAUSE_MS = 200;
/** Rows before the end at which older ones are fetched. */
const NEAR = 30;

export function CampaignsScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const search = useSearch({ from: '/firma/$companyId/wysylki' });
  const navigate = useNavigate({ from: '/firma/$companyId/wysylki' });
  const { rows, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useCampaigns(companyId, search);
  const columns = useCampaignColumns();
  const [cursor, setCursor] = useState<string | undefined>();
  const open = async (campaignId: string, row = cursor) => {
    await navigate({ search: (now) => ({ ...now, row }), replace: true });
    await navigate({ to: '/firma/$companyId/wysylki/$campaignId', params: { companyId, campaignId } });
  };
  const find = useDebouncedCallback(
    (q: string) =>
      void navigate({ search: (now) => ({ ...now, q: q === '' ? undefined : q, row: undefined }), replace: true }),
    PAUSE_MS,
  );
  const [removing, setRemoving] = useState<CampaignView | null>(null);
  const current = rows?.find(({ id }) => id === cursor);
  useHotkeys([
    ['Insert', () => void open('nowa')],
    ['Delete', () => current?.state === 'draft' && setRemoving(current)],
  ]);
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => void open('nowa')}>
      {t('campaigns.list.add')}
    </Button>
  );
  const isFiltered = search.q !== undefined || search.state !== undefined;
  return (
    <div className={css['screen']}>
      <VisuallyHidden component="h1">{t('campaigns.title')}</VisuallyHidden>
      <Group gap="xs" p="xs">
        <TextInput
          defaultValue={search.q ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
          placeholder={t('campaignList.search')}
          aria-label={t('common.search')}
          leftSection={<IconSearch size={14} />}
          style={{ flex: '1 1 200px', maxWidth: 340 }}
        />
        <Select
          aria-label={t('campaignList.state')}
          placeholder={t('campaignList.state')}
          data={STATES.map((value) => ({ value, label: t(`campaigns.state.${value}`) }))}
          value={search.state ?? null}
          onChange={(value) =>
            void navigate({
              search: (now) => ({ ...now, state: STATES.find((known) => known === value), row: undefined }),
            })
          }
          clearable
          w={150}
        />
        <Group ml="auto">{add}</Group>
      </Group>
      <div className={css['list']}>
        {rows === undefined ? (
          error ? (
            <ErrorPanel error={error} onRetry={() => void refetch()} />
          ) : (
            <LoadingPanel />
          )
        ) : rows.length > 0 ? (
          <Grid
            takesKeyboard
            label={t('campaigns.title')}
            columns={columns}
            total={rows.length}
            rowAt={(index) => rows[index]}
            idOf={idOf}
            onOpen={({ id }) => void open(id, id)}
            sought={search.row}
            onCursor={setCursor}
            onWindow={(_, end) => {
              if (end > rows.length - NEAR && hasNextPage && !isFetchingNextPage) void fetchNextPage();
            }}
          />
        ) : isFiltered ? (
          <StatePanel icon={IconSearchOff} title={t('common.nothingFound')}>
            <Button variant="default" onClick={() => void navigate({ search: {} })}>
              {t('directory.clearFilters')}
            </Button>
          </StatePanel>
        ) : (
          <StatePanel icon={IconMessages} title={t('campaignList.empty')} hint={t('campaignList.emptyHint')}>
            <Group gap="xs" mt="xs" justify="center">
              {add}
              <Button
                variant="default"
                leftSection={<IconAddressBook size={14} />}
                renderRoot={(props) => <Link {...props} to="/firma/$companyId/kontrahenci" params={{ companyId }} />}
              >
                {t('campaignList.toContractors')}
              </Button>
            </Group>
          </StatePanel>
        )}
      </div>
      <CampaignsFoot companyId={companyId} campaign={current} onRemove={() => setRemoving(current ?? null)} />
      <RemoveDialog companyId={companyId} draft={removing} onClose={() => setRemoving(null)} />
    </div>
  );
}

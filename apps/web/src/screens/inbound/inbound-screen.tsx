import { Button, Group, SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { IconMailOpened, IconMessageReply } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatCount } from '../../i18n/format.ts';
import { inbound } from '../../i18n/pl/inbound.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { isMarked, NO_MARKS, type Marks } from '../../ui/grid/grid-column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { useInboundColumns } from './inbound-columns.tsx';
import { InboundDetails } from './inbound-details.tsx';
import { inboundListQuery, useMarkInboundRead, type InboundView } from './inbound-queries.ts';
import { FILTERS, STATE_OF, type Filter } from './inbound-search.ts';
import css from './inbound.module.css';

addPolish({ inbound });

/** As many as one request may name. */
const MOST = 1_000;
/** Rows before the end at which older ones are fetched. */
const NEAR = 20;
const idOf = ({ id }: InboundView): string => id;

/** *Odpowiedzi*: what people wrote back, what Goniec did about it, and what waits for a person. */
export function InboundScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const search = useSearch({ from: '/firma/$companyId/odpowiedzi' });
  const navigate = useNavigate({ from: '/firma/$companyId/odpowiedzi' });
  const filter: Filter = search.stan ?? 'do-przeczytania';
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const columns = useInboundColumns();
  const pages = useInfiniteQuery(inboundListQuery(companyId, STATE_OF[filter]));
  const read = useMarkInboundRead(companyId, () => setMarks(NO_MARKS));
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const toRead = pages.data?.pages[0]?.totals.toRead;
  const marked = rows.filter(({ id, state }) => state === 'to_read' && isMarked(marks, id));
  const choose = (value: string) => {
    const stan = FILTERS.find((known) => known === value);
    setMarks(NO_MARKS);
    void navigate({ search: stan === undefined || stan === 'do-przeczytania' ? {} : { stan } });
  };
  const open = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, id }), replace: true });
  return (
    <div className={css['screen']}>
      <VisuallyHidden component="h1">{t('inbound.title')}</VisuallyHidden>
      <Group gap="xs" p="xs">
        <SegmentedControl
          aria-label={t('inbound.columns.state')}
          value={filter}
          onChange={choose}
          data={FILTERS.map((value) => ({
            value,
            label: `${t(`inbound.filters.${value}`)}${value === 'do-przeczytania' && toRead !== undefined ? ` ${formatCount(toRead)}` : ''}`,
          }))}
        />
        <SteadyButton
          variant="default"
          ml="auto"
          disabled={marked.length === 0}
          loading={read.isPending}
          title={marked.length === 0 ? t('inbound.markFirst') : undefined}
          onClick={() => read.mutate(marked.slice(0, MOST).map(idOf))}
        >
          {t('inbound.markRead')}
        </SteadyButton>
      </Group>
      <Text size="xs" c="dimmed" px="sm" pb="xs">
        {t('inbound.hint')}
      </Text>
      <div className={css['list']}>
        {pages.data === undefined ? (
          pages.error ? (
            <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
          ) : (
            <LoadingPanel />
          )
        ) : rows.length === 0 ? (
          <NoReplies companyId={companyId} filter={filter} onAll={() => choose('wszystkie')} />
        ) : (
          <Grid
            takesKeyboard
            label={t('inbound.title')}
            listKey={filter}
            columns={columns}
            total={rows.length}
            rowAt={(index) => rows[index]}
            idOf={idOf}
            marks={marks}
            onMarks={setMarks}
            onOpen={({ id }) => open(id)}
            onWindow={(_, end) => {
              if (end > rows.length - NEAR && pages.hasNextPage && !pages.isFetchingNextPage)
                void pages.fetchNextPage();
            }}
          />
        )}
      </div>
      {search.id === undefined ? null : (
        <InboundDetails
          companyId={companyId}
          inboundId={search.id}
          known={rows.find(({ id }) => id === search.id)}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}

interface NoRepliesProps {
  readonly companyId: string;
  readonly filter: Filter;
  readonly onAll: () => void;
}

/** Nothing waits, or nobody has ever replied: then the address for replies may be missing. */
function NoReplies({ companyId, filter, onAll }: NoRepliesProps) {
  const { t } = useTranslation();
  if (filter !== 'wszystkie')
    return (
      <StatePanel
        icon={IconMailOpened}
        title={t(filter === 'wycofane' ? 'inbound.noneWithdrawn' : 'inbound.allRead')}
        hint={t(filter === 'wycofane' ? 'inbound.noneWithdrawnHint' : 'inbound.allReadHint')}
      >
        <Button variant="default" onClick={onAll}>
          {t('inbound.showAll')}
        </Button>
      </StatePanel>
    );
  return (
    <StatePanel icon={IconMessageReply} title={t('inbound.empty')} hint={t('inbound.emptyHint')}>
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link {...props} to="/firma/$companyId/konfiguracja/wysylka-sms" params={{ companyId }} />
        )}
      >
        {t('inbound.toAddress')}
      </Button>
    </StatePanel>
  );
}

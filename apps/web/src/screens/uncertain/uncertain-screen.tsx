import { Alert, Checkbox, Group, SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { formatCount } from '../../i18n/format.ts';
import { useCounted } from '../../i18n/use-counted.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { say } from '../../ui/describe-error.ts';
import { NO_MARKS, type Marks } from '../../ui/grid/grid-column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { ErrorPanel, LoadingPanel, StatePanel } from '../../ui/state-panels.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { useUncertainColumns, type UncertainView } from './uncertain-columns.tsx';
import css from './uncertain.module.css';
import { useDecide } from './use-decide.ts';

const AWAITS = ['person', 'gateway'] as const;
const PAGE = 200;
const idOf = ({ id }: UncertainView): string => id;

/** *Niepewne*: messages of which nobody knows; what the gateway can still tell, and what only a person can decide. */
export function UncertainScreen() {
  const { t } = useTranslation();
  const counted = useCounted();
  const companyId = useCompanyId();
  const [awaits, setAwaits] = useState<(typeof AWAITS)[number]>('person');
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const [risk, setRisk] = useState(false);
  const [asking, setAsking] = useState(false);
  const columns = useUncertainColumns();
  const pages = useInfiniteQuery({
    queryKey: ['uncertain', companyId, awaits],
    queryFn: ({ signal, pageParam }) =>
      api.listUncertain({ params: { companyId }, query: { awaits, cursor: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const totals = pages.data?.pages[0]?.totals;
  const others = totals ? totals.person + totals.gateway : 0;
  const marked = rows.filter(({ id }) => marks.all !== marks.ids.has(id));
  const decide = useDecide(companyId, () => {
    setMarks(NO_MARKS);
    setAsking(false);
    setRisk(false);
  });
  const again = marked[0]?.actions.find(({ action }) => action === 'send_again');
  return (
    <div className={css['screen']}>
      <VisuallyHidden component="h1">{t('uncertain.title')}</VisuallyHidden>
      <Group gap="xs" p="xs">
        <SegmentedControl
          aria-label={t('uncertain.whose')}
          value={awaits}
          onChange={(value) => {
            setMarks(NO_MARKS);
            setAwaits(AWAITS.find((known) => known === value) ?? 'person');
          }}
          data={AWAITS.map((value) => ({
            value,
            label: `${t(`uncertain.awaits.${value}`)} ${totals ? formatCount(totals[value]) : ''}`,
          }))}
        />
        <Group gap="xs" ml="auto">
          <SteadyButton
            variant="default"
            disabled={marked.length === 0}
            loading={decide.isPending && decide.variables.decision === 'treat_as_sent'}
            onClick={() => decide.mutate({ decision: 'treat_as_sent', messageIds: marked.map(idOf) })}
          >
            {t('uncertain.treatAsSent')}
          </SteadyButton>
          <SteadyButton color="red" disabled={marked.length === 0} onClick={() => setAsking(true)}>
            {t('uncertain.sendAgain')}
          </SteadyButton>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" px="sm" pb="xs">
        {t(`uncertain.hint.${awaits}`)}
      </Text>
      <div className={css['list']}>
        {pages.data === undefined ? (
          pages.error ? (
            <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
          ) : (
            <LoadingPanel />
          )
        ) : rows.length === 0 ? (
          <StatePanel
            icon={IconCircleCheck}
            title={t(others === 0 ? 'uncertain.empty' : `uncertain.emptyOf.${awaits}`)}
            hint={others === 0 ? t('uncertain.emptyHint') : undefined}
          />
        ) : (
          <Grid
            takesKeyboard
            label={t('uncertain.title')}
            columns={columns}
            total={rows.length}
            rowAt={(index) => rows[index]}
            idOf={idOf}
            marks={marks}
            onMarks={setMarks}
            onWindow={(_, end) => {
              if (end > rows.length - 20 && pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
            }}
          />
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('uncertain.askTitle')}
        text={t('uncertain.askText', { messages: counted('messages', marked.length) })}
        confirm={t('uncertain.sendAgain')}
        danger
        barred={!risk}
        loading={decide.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          decide.mutate({ decision: 'send_again', messageIds: marked.map(idOf), confirm: 'may_be_sent_twice' })
        }
      >
        {again ? <Alert color="orange">{say(again.risk)}</Alert> : null}
        <Checkbox
          label={t('uncertain.risk')}
          checked={risk}
          onChange={(event) => setRisk(event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </div>
  );
}

import { Anchor, Badge, Drawer, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameActor } from '../../i18n/name-actor.ts';
import { formatPhone } from '../../i18n/format-phone.ts';
import { formatExactTime, formatTime } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { say } from '../../ui/describe-error.ts';
import { Fact } from '../../ui/fact.tsx';
import { ErrorPanel, LoadingPanel } from '../../ui/state-panels.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { inboundQuery, useMarkInboundRead, useWithdrawByInbound, type InboundView } from './inbound-queries.ts';
import { INBOUND_COLOR } from './state-color.ts';

interface InboundDetailsProps {
  readonly companyId: string;
  readonly inboundId: string;
  /** As the list knows it, until it is read anew. */
  readonly known: InboundView | undefined;
  readonly onClose: () => void;
}

/** One reply as a whole, and what a person can do about it. */
export function InboundDetails({ companyId, inboundId, known, onClose }: InboundDetailsProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...inboundQuery(companyId, inboundId), placeholderData: known });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={data?.phone ? formatPhone(data.phone) : (data?.sender ?? t('inbound.one'))}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data ? (
        <Stack gap="md">
          <Paper withBorder p="sm" fz="md" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {data.text}
          </Paper>
          <Facts companyId={companyId} inbound={data} />
          <Deeds companyId={companyId} inbound={data} onDone={onClose} />
        </Stack>
      ) : error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingPanel />
      )}
    </Drawer>
  );
}

function Facts({ companyId, inbound }: { readonly companyId: string; readonly inbound: InboundView }) {
  const { t } = useTranslation();
  const { owners, campaign, sentAt, receivedAt, state, handledAt, handledBy, handledByName } = inbound;
  const at = handledAt === null ? '' : formatTime(handledAt);
  return (
    <>
      <Fact label={t('inbound.columns.contractor')}>
        {owners.total === 0
          ? t('common.stranger')
          : owners.contractors.map(({ id, name }) => (
              <Anchor
                key={id}
                size="sm"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/firma/$companyId/kontrahenci"
                    params={{ companyId }}
                    search={{ open: id, tab: 'wiadomosci' }}
                  />
                )}
              >
                {name}
              </Anchor>
            ))}
        {owners.total > owners.contractors.length ? ` +${owners.total - owners.contractors.length}` : null}
      </Fact>
      <Fact label={t('inbound.columns.campaign')}>
        {campaign === null ? (
          t('inbound.noCampaign')
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/firma/$companyId/wysylki/$campaignId"
                params={{ companyId, campaignId: campaign.id }}
                search={{ tab: 'log' }}
              />
            )}
          >
            {campaign.subject}
          </Anchor>
        )}
      </Fact>
      <Fact label={t('inbound.receivedAt')}>{formatExactTime(receivedAt)}</Fact>
      {sentAt === null ? null : <Fact label={t('inbound.sentAt')}>{formatExactTime(sentAt)}</Fact>}
      <Fact label={t('inbound.columns.state')}>
        <Badge color={INBOUND_COLOR[state]}>{t(`inbound.states.${state}`)}</Badge>
        {handledBy === null ? null : (
          <Text size="sm" c="dimmed">
            {handledBy === 'system:inbound'
              ? t('inbound.byItself', { at })
              : t('inbound.byPerson', { by: nameActor(handledBy, handledByName), at })}
          </Text>
        )}
      </Fact>
    </>
  );
}

function Deeds({
  companyId,
  inbound,
  onDone,
}: {
  readonly companyId: string;
  readonly inbound: InboundView;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const read = useMarkInboundRead(companyId, onDone);
  const withdraw = useWithdrawByInbound(companyId, onDone);
  const { id, phone, actions } = inbound;
  const barOf = (wanted: (typeof actions)[number]['action']) =>
    actions.find(({ action, allowed }) => action === wanted && !allowed)?.reason ?? null;
  const [readBar, withdrawBar] = [barOf('mark_read'), barOf('withdraw_consent')];
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <SteadyButton
          data-autofocus
          disabled={readBar !== null}
          loading={read.isPending}
          onClick={() => read.mutate([id])}
          title={readBar ? say(readBar.sentence) : undefined}
        >
          {t('inbound.markOneRead')}
        </SteadyButton>
        <SteadyButton variant="default" disabled={withdrawBar !== null} onClick={() => setAsking(true)}>
          {t('inbound.withdraw')}
        </SteadyButton>
      </Group>
      {withdrawBar === null ? null : (
        <Text size="xs" c="dimmed">
          {say(withdrawBar.sentence)} {withdrawBar.action ? say(withdrawBar.action) : null}
        </Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('inbound.withdrawTitle')}
        text={t('inbound.withdrawText', { phone: formatPhone(phone ?? '') })}
        confirm={t('inbound.withdraw')}
        loading={withdraw.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => withdraw.mutate(id)}
      />
    </Stack>
  );
}

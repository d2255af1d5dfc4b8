import type { Contract, Result } from '@goniec/contract';
import { Alert, Anchor, Button, Group, Paper, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { IconExternalLink, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { balanceQuery } from '../../api/queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatCount, formatMoney, formatPoints, formatTime } from '../../i18n/format.ts';
import { balance } from '../../i18n/pl/balance.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { describeError, say } from '../../ui/describe-error.ts';
import { ErrorPanel } from '../../ui/state-panels.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { paymentWords } from '../settings/gateway/payment-words.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { BalanceHistory } from './balance-history.tsx';

addPolish({ balance, settings });

/** *Stan konta*: what is left, what it buys, how it went, and where to buy more. */
export function BalanceScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, error, isFetching, refetch } = useQuery(balanceQuery(companyId));
  const hint = data ? t('balance.readAt', { at: formatTime(data.readAt) }) : '\u00a0';
  return (
    <SettingsPage title={t('balance.title')} hint={hint}>
      {data ? (
        <>
          {error ? <StaleNotice error={error} readAt={data.readAt} /> : null}
          <BalanceNow balance={data} refreshing={isFetching} onRefresh={() => void refetch()} />
        </>
      ) : error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <BalanceSkeleton />
      )}
      {data || !error ? <BalanceHistory companyId={companyId} /> : null}
      <Text size="sm" c="dimmed">
        {t('balance.limit')}{' '}
        <Anchor component={Link} size="sm" underline="always" to={`/firma/${companyId}/konfiguracja/wysylka-sms`}>
          {t('balance.toSettings')}
        </Anchor>
      </Text>
    </SettingsPage>
  );
}

/** The figures below are not of now, and why. */
function StaleNotice({ error, readAt }: { readonly error: Error; readonly readAt: string }) {
  const { t } = useTranslation();
  const { title, hint } = describeError(error);
  return (
    <Alert color="red" title={title} role="alert">
      {hint} {t('balance.stale', { at: formatTime(readAt) })}
    </Alert>
  );
}

/** As tall as what comes, also where the figures stand one under another. */
function BalanceSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} aria-busy>
        {(['points', 'parts', 'value'] as const).map((figure) => (
          <Figure key={figure} label={t(`balance.${figure}`)} value="…" />
        ))}
      </SimpleGrid>
      <Skeleton h={{ base: 60, xs: 30 }} />
    </>
  );
}

interface BalanceNowProps {
  readonly balance: Result<Contract['getBalance']>;
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
}

function BalanceNow({ balance: now, refreshing, onRefresh }: BalanceNowProps) {
  const { t } = useTranslation();
  const { points, partsAffordable, value, notice, canBuy, buyUrl, paymentType, testAccount } = now;
  return (
    <>
      {notice ? (
        <Alert color="orange" title={say(notice.sentence)} role="note">
          {notice.action ? say(notice.action) : null}
        </Alert>
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Figure label={t('balance.points')} value={points === null ? '—' : formatPoints(points)} />
        <Figure label={t('balance.parts')} value={partsAffordable === null ? '—' : formatCount(partsAffordable)} />
        <Figure label={t('balance.value')} value={value === null ? '—' : formatMoney(value)} />
      </SimpleGrid>
      {points === null || (partsAffordable === null && !testAccount) ? (
        <Text size="sm">{t('balance.postpaid')}</Text>
      ) : null}
      <Group gap="xs">
        <SteadyButton
          variant="default"
          leftSection={<IconRefresh size={14} />}
          loading={refreshing}
          onClick={onRefresh}
        >
          {t('common.refresh')}
        </SteadyButton>
        {canBuy && buyUrl !== null ? (
          <Button
            className="no-print"
            component="a"
            href={buyUrl}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={14} />}
          >
            {t('balance.buy')}
          </Button>
        ) : null}
        <Text size="sm" c="dimmed">
          {t('settings.payment.type', { type: paymentWords(t, paymentType) })}
        </Text>
      </Group>
    </>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Paper withBorder p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={22} fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
    </Paper>
  );
}

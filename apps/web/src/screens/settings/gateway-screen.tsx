import { Badge, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { gatewayQuery, instanceQuery } from '../../api/queries.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { AddressCard } from '../inbound/address-card.tsx';
import { ErrorPanel, LoadingPanel } from '../../ui/state-panels.tsx';
import { GatewayForm } from './gateway-form.tsx';
import { GatewayHealth } from './gateway-health.tsx';
import { RestoreHold } from './restore-hold.tsx';
import { SettingsPage } from './settings-page.tsx';
import { TokenForm } from './token-form.tsx';

/** *Administrator > Konfiguracja firmy > Wysyłka SMS*: the provider first, the rest after it. */
export function GatewayScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data: gateway, error, refetch } = useQuery(gatewayQuery(companyId));
  const hold = useQuery(instanceQuery).data?.hold;
  if (!gateway) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingPanel />;
  return (
    <SettingsPage title={t('settings.gateway.title')} hint={t('settings.gateway.hint')}>
      {hold ? <RestoreHold hold={hold} /> : null}
      <Select
        label={t('settings.gateway.provider')}
        data={[{ value: 'smsapi', label: 'SMSAPI' }]}
        value={gateway.provider}
        allowDeselect={false}
        maw={320}
      />
      <GatewayHealth companyId={companyId} gateway={gateway} />
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Title order={2} fz="md">
            {t('settings.token.title')}{' '}
            <Badge color={TOKEN_COLOR[gateway.token]}>{t(`settings.token.${gateway.token}`)}</Badge>
          </Title>
          <Text size="sm" c="dimmed">
            {t('settings.token.hint')}
          </Text>
          <TokenForm companyId={companyId} steps={gateway.tokenSteps} />
        </Stack>
      </Paper>
      <AddressCard companyId={companyId} address={gateway.inbound} />
      <GatewayForm key={companyId} companyId={companyId} gateway={gateway} />
    </SettingsPage>
  );
}

const TOKEN_COLOR = { missing: 'orange', stored: 'teal', unreadable: 'red' } as const;

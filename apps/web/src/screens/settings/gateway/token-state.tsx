import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../i18n/format.ts';
import type { GatewayView } from './gateway-view.ts';

/** Whether there is a token, and what is known of it: green is only one the gateway has answered to. */
export function TokenState({ gateway }: { readonly gateway: GatewayView }) {
  const { t } = useTranslation();
  const { token, lastError, verifiedAt, accountName } = gateway;
  const color =
    token === 'unreadable' || (token === 'stored' && lastError) ? 'red' : verifiedAt === null ? 'orange' : 'teal';
  return (
    <Group gap="xs">
      <Text size="sm">{t('settings.token.title')}</Text>
      <Badge color={token === 'missing' ? 'orange' : color}>{t(`settings.token.${token}`)}</Badge>
      <Text size="sm" c="dimmed">
        {lastError
          ? t('settings.gateway.failed', { at: formatTime(lastError.at) })
          : verifiedAt === null
            ? t('settings.gateway.neverTested')
            : t('settings.gateway.verified', { account: accountName ?? '—', at: formatTime(verifiedAt) })}
      </Text>
    </Group>
  );
}

import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gatewayQuery } from '../../api/queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { formatTime } from '../../i18n/format.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { GatewayErrors } from '../../screens/settings/gateway/gateway-errors.tsx';

addPolish({ settings });

interface GatewayGlanceProps {
  readonly companyId: string;
  readonly state: 'good' | 'bad' | 'warn' | 'unknown';
  readonly onLeave: () => void;
}

/** How the gateway is, since when, and its last errors. */
export function GatewayGlance({ companyId, state, onLeave }: GatewayGlanceProps) {
  const { t } = useTranslation();
  const gateway = useQuery(gatewayQuery(companyId)).data;
  const verifiedAt = gateway?.verifiedAt ?? null;
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {state === 'bad' ? t('settings.errors.now') : t(`shell.gateway.${state}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {state === 'warn'
            ? t('settings.errors.noToken')
            : verifiedAt === null
              ? state === 'bad'
                ? null
                : t('settings.errors.never')
              : t('settings.errors.wellSince', { at: formatTime(verifiedAt) })}
        </Text>
      </div>
      {gateway ? <GatewayErrors companyId={companyId} limit={3} /> : null}
      <Anchor component={Link} size="sm" to={`/firma/${companyId}/konfiguracja/wysylka-sms`} onClick={onLeave}>
        {t('settings.errors.settings')}
      </Anchor>
    </Stack>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { gatewayQuery, instanceQuery } from '../../api/queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { ErrorPanel } from '../../ui/state-panels.tsx';
import { AddressCard } from '../inbound/address-card.tsx';
import { ConnectionCard } from './gateway/connection-card.tsx';
import { GatewayForm } from './gateway/gateway-form.tsx';
import { isMissingGateway } from './gateway/gateway-view.ts';
import { ProviderSelect } from './gateway/provider-select.tsx';
import { RestoreHold } from './restore-hold.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SettingsSkeleton } from './settings-skeleton.tsx';

addPolish({ settings });

/** *Administrator > Konfiguracja firmy > Wysyłka SMS*: the provider first, the rest after it. */
export function GatewayScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data: gateway, error, refetch } = useQuery(gatewayQuery(companyId));
  const hold = useQuery(instanceQuery).data?.hold;
  const missing = isMissingGateway(error);
  return (
    <SettingsPage title={t('settings.gateway.title')} hint={t('settings.gateway.hint')}>
      {hold ? <RestoreHold hold={hold} /> : null}
      {gateway || missing ? <ProviderSelect companyId={companyId} gateway={gateway ?? null} /> : null}
      {gateway ? (
        <>
          <ConnectionCard companyId={companyId} gateway={gateway} />
          <AddressCard companyId={companyId} address={gateway.inbound} />
          <GatewayForm key={companyId} companyId={companyId} gateway={gateway} />
        </>
      ) : missing ? null : error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <SettingsSkeleton heights={[56, 190, 170, 200, 150]} />
      )}
    </SettingsPage>
  );
}

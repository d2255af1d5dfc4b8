import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/queries.ts';
import { addPolish } from '../../i18n/add-polish.ts';
import { settings } from '../../i18n/pl/settings.ts';
import { useCompanyId } from '../../shell/use-company-id.ts';
import { ErrorPanel } from '../../ui/state-panels.tsx';
import { ServiceCard } from './services/service-card.tsx';
import { ServiceTimeline } from './services/service-timeline.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SettingsSkeleton } from './settings-skeleton.tsx';

addPolish({ settings });

/** *Usługi subskrypcyjne*: what is switched on, until when it may be used, and what its end means. */
export function ServicesScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, error, refetch } = useQuery(servicesQuery(companyId));
  return (
    <SettingsPage title={t('settings.services.title')} hint={t('settings.services.hint')}>
      {data ? (
        data.items.map((service) => (
          <Fragment key={service.code}>
            <ServiceCard companyId={companyId} service={service} />
            <ServiceTimeline service={service} />
          </Fragment>
        ))
      ) : error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <SettingsSkeleton heights={[120, 300]} />
      )}
    </SettingsPage>
  );
}

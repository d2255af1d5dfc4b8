import { Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '../../../api/queries.ts';
import { addPolish } from '../../../i18n/add-polish.ts';
import { formatDay } from '../../../i18n/format.ts';
import { company as words } from '../../../i18n/pl/company.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { ErrorPanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { SettingsSkeleton } from '../settings-skeleton.tsx';
import { CompanyForm } from './company-form.tsx';

addPolish({ company: words });

/** *Administrator > Konfiguracja firmy > Firma*. */
export function CompanyScreen() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, error, refetch } = useQuery(companyQuery(companyId));
  return (
    <SettingsPage title={t('company.title')} hint={t('company.hint')}>
      {data ? (
        <Paper withBorder p="md">
          <CompanyForm
            key={data.id}
            company={data}
            onSaved={() => notifyDone(t('common.saved'))}
            renderButtons={({ dirty, saving, reset }) => (
              <Group justify="space-between">
                <Text size="sm" c="dimmed">
                  {t('company.since', { day: formatDay(data.createdAt) })}
                </Text>
                <Group gap="xs">
                  <SteadyButton variant="default" disabled={!dirty} onClick={reset}>
                    {t('common.cancel')}
                  </SteadyButton>
                  <SteadyButton type="submit" loading={saving} disabled={!dirty}>
                    {t('common.save')}
                  </SteadyButton>
                </Group>
              </Group>
            )}
          />
        </Paper>
      ) : error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <SettingsSkeleton heights={[210]} />
      )}
    </SettingsPage>
  );
}

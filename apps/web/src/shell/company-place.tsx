import { Button, Group } from '@mantine/core';
import { IconBuildingOff } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries.ts';
import { StatePanel } from '../ui/state-panels.tsx';
import { CompanyFrame } from './company-frame.tsx';
import { useCompanyId } from './use-company-id.ts';

/** How many of one's own companies are offered in place of one that is not there. */
const OFFERED = 5;

/** The company of the address, where it is one of those one works for. */
export function CompanyPlace() {
  const companyId = useCompanyId();
  const { companies } = useSuspenseQuery(sessionQuery).data;
  return companies.some(({ id }) => id === companyId) ? <CompanyFrame /> : <MissingCompany own={companies} />;
}

function MissingCompany({ own }: { readonly own: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation();
  return (
    <main style={{ height: '100dvh' }}>
      <StatePanel
        order={1}
        icon={IconBuildingOff}
        title={t('shell.missingCompany')}
        hint={t('shell.missingCompanyHint')}
      >
        <Group gap="xs" justify="center">
          {own.slice(0, OFFERED).map(({ id, name }) => (
            <Button key={id} component={Link} to={`/firma/${id}/kontrahenci`} variant="default">
              {name}
            </Button>
          ))}
          {own.length === 0 ? (
            <Button component={Link} to="/" variant="default">
              {t('shell.toStart')}
            </Button>
          ) : null}
        </Group>
      </StatePanel>
    </main>
  );
}

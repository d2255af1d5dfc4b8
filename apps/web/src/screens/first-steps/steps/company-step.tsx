import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '../../../api/queries.ts';
import { useCompanyId } from '../../../shell/use-company-id.ts';
import { ErrorPanel, LoadingPanel } from '../../../ui/state-panels.tsx';
import { SteadyButton } from '../../../ui/steady-button.tsx';
import { CompanyForm } from '../../settings/company/company-form.tsx';
import { StepFoot } from '../step-foot.tsx';
import type { StepProps } from '../first-steps-screen.tsx';

/** The company there is: its name and tax number, and the way to another. */
export function CompanyStep({ done }: StepProps) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const navigate = useNavigate();
  const { data, error } = useQuery(companyQuery(companyId));
  if (!data) return error ? <ErrorPanel error={error} /> : <LoadingPanel />;
  return (
    <>
      <CompanyForm
        key={data.id}
        company={data}
        onSaved={() =>
          navigate({ to: '/firma/$companyId/pierwsze-kroki/$krok', params: { companyId, krok: 'bramka' } })
        }
        renderButtons={({ dirty, saving }) => (
          <StepFoot slug="firma" done={done}>
            {dirty ? (
              <SteadyButton type="submit" loading={saving}>
                {t('wizard.saveAndGoOn')}
              </SteadyButton>
            ) : undefined}
          </StepFoot>
        )}
      />
      <Text size="sm" c="dimmed">
        {t('wizard.company.demo')}{' '}
        <Anchor component={Link} to="/pierwsze-kroki" size="sm" underline="always">
          {t('wizard.company.add')}
        </Anchor>
      </Text>
    </>
  );
}

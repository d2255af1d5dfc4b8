import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CompanyForm } from '../settings/company/company-form.tsx';
import css from './first-steps.module.css';
import './first-steps-words.ts';
import { StepsFrame } from './steps-frame.tsx';

/** A new company: the first step, with those that come after it in sight. */
export function NewCompanyScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <main style={{ height: '100dvh' }}>
      <StepsFrame
        companyId={null}
        steps={[]}
        slug="firma"
        title={t('wizard.company.title')}
        hint={t('wizard.company.newHint')}
      >
        <CompanyForm
          company={null}
          onSaved={({ id }) =>
            navigate({ to: '/firma/$companyId/pierwsze-kroki/$krok', params: { companyId: id, krok: 'bramka' } })
          }
          renderButtons={({ saving }) => (
            <Group justify="flex-end" className={css['foot']}>
              <Button type="submit" loading={saving}>
                {t('wizard.company.create')}
              </Button>
            </Group>
          )}
        />
      </StepsFrame>
    </main>
  );
}

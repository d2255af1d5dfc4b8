import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/queries.ts';
import { CompanyForm } from '../settings/company/company-form.tsx';
import css from './first-steps.module.css';
import './first-steps-words.ts';
import { StepsFrame } from './steps-frame.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';

/** Where one is, and the way back to the company one came from. */
function NewCompanyHead() {
  const { t } = useTranslation();
  const [own] = useSuspenseQuery(sessionQuery).data.companies;
  return (
    <Group component="header" justify="space-between" px="md" py={6} className={css['head']}>
      <Group gap={8}>
        <img src="/goniec.svg" width={22} height={22} alt="" />
        <Text fw={650}>Goniec</Text>
      </Group>
      {own ? (
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={15} />}
          renderRoot={(props) => (
            <Link {...props} to="/firma/$companyId/kontrahenci" params={{ companyId: own.id }} search={{}} />
          )}
        >
          {t('wizard.company.backTo', { name: own.name })}
        </Button>
      ) : null}
    </Group>
  );
}

/** A new company: the first step, with those that come after it in sight. */
export function NewCompanyScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className={css['alone']}>
      <NewCompanyHead />
      <main className={css['rest']}>
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
                <SteadyButton type="submit" loading={saving}>
                  {t('wizard.company.create')}
                </SteadyButton>
              </Group>
            )}
          />
        </StepsFrame>
      </main>
    </div>
  );
}

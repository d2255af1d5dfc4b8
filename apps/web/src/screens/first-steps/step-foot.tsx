import { Button, Group } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompanyId } from '../../shell/use-company-id.ts';
import css from './first-steps.module.css';
import { slugAfter, slugBefore, type Slug } from './step-list.ts';

interface StepFootProps {
  readonly slug: Slug;
  readonly done: boolean;
  /** What does the step and goes on; without it one goes on once the step is done. */
  readonly children?: ReactNode;
}

/** Back, on, and past the step for now: nothing has to be done at once. */
export function StepFoot({ slug, done, children }: StepFootProps) {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const before = slugBefore(slug);
  const at = (krok: Slug) => `/firma/${companyId}/pierwsze-kroki/${krok}`;
  const next = at(slugAfter(slug));
  return (
    <Group justify="space-between" className={css['foot']}>
      {before === null ? (
        <span />
      ) : (
        <Button variant="default" component={Link} to={at(before)}>
          {t('common.back')}
        </Button>
      )}
      <Group gap="xs">
        {done ? null : (
          <Button variant="subtle" color="gray" component={Link} to={next}>
            {t('wizard.skip')}
          </Button>
        )}
        {children ??
          (done ? (
            <Button component={Link} to={next} rightSection={<IconArrowRight size={14} />}>
              {t('common.next')}
            </Button>
          ) : null)}
      </Group>
    </Group>
  );
}

import { Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './first-steps.module.css';
import { STEPS, type FirstStepsView, type Slug } from './step-list.ts';

interface StepsFrameProps {
  /** Null while there is no company: then only the first step can be taken. */
  readonly companyId: string | null;
  readonly steps: FirstStepsView['steps'];
  readonly slug: Slug;
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** All steps at the side, each with its state and its address; the present one beside them. */
export function StepsFrame({ companyId, steps, slug, title, hint, children }: StepsFrameProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(slug);
  // Whoever goes on by keyboard or hears the screen read begins the next step at its title.
  useEffect(() => {
    if (shown.current !== slug) heading.current?.focus();
    shown.current = slug;
  }, [slug]);
  const count = steps.filter(({ done }) => done).length;
  return (
    <div className={css['page']}>
      <div className={css['frame']}>
        <nav aria-label={t('wizard.title')}>
          <Text fw={650}>{t('wizard.title')}</Text>
          <Text size="sm" c="dimmed">
            {t('wizard.progress', { done: count, all: STEPS.length })}
          </Text>
          <ol className={css['steps']}>
            {STEPS.map((each, at) => {
              const done = steps.some(({ step, done: isDone }) => step === each.step && isDone);
              const content = (
                <>
                  <span className={css['mark']} aria-hidden>
                    {done ? <IconCheck size={14} stroke={3} /> : at + 1}
                  </span>
                  <span className={css['name']}>
                    {t(`wizard.${each.step}.name`)}
                    {done ? <VisuallyHidden> – {t('wizard.isDone')}</VisuallyHidden> : null}
                  </span>
                </>
              );
              const common = {
                className: css['step'],
                'data-done': done || undefined,
                'data-current': each.slug === slug || undefined,
              };
              return (
                <li key={each.step}>
                  {companyId === null ? (
                    <span
                      {...common}
                      aria-current={each.slug === slug ? 'step' : undefined}
                      data-barred={each.slug !== slug || undefined}
                    >
                      {content}
                    </span>
                  ) : (
                    <Link
                      {...common}
                      activeProps={{ 'aria-current': 'step' }}
                      to="/firma/$companyId/pierwsze-kroki/$krok"
                      params={{ companyId, krok: each.slug }}
                    >
                      {content}
                    </Link>
                  )}
                </li>
              );
            })}
          </ol>
        </nav>
        <Stack gap="lg">
          <div>
            <Title order={1} fz="xl" ref={heading} tabIndex={-1} className={css['title']}>
              {title}
            </Title>
            <Text size="sm" c="dimmed" mt={4} maw={620}>
              {hint}
            </Text>
          </div>
          {children}
        </Stack>
      </div>
    </div>
  );
}

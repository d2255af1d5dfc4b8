import { Popover, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gatewayQuery } from '../../api/queries.ts';
import css from './header.module.css';
import { useCompanyId } from '../use-company-id.ts';

/** Looked at seldom, so it comes with the first look. */
const GatewayGlance = lazy(async () => ({ default: (await import('./gateway-glance.tsx')).GatewayGlance }));

/** The gateway at one glance: ready, its last error, or what it still needs; behind it what went wrong lately. */
export function GatewayLamp() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const [opened, setOpened] = useState(false);
  const { data, isPending } = useQuery(gatewayQuery(companyId));
  const state = isPending ? 'unknown' : data?.token === 'stored' ? (data.lastError ? 'bad' : 'good') : 'warn';
  return (
    <Popover opened={opened} onChange={setOpened} width={360} position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={css['lamp']} onClick={() => setOpened(!opened)}>
          <span className={css['dot']} data-state={state} aria-hidden />
          <Text span inherit className={css['state']} visibleFrom="lg">
            {t(`shell.gateway.${state}`)}
          </Text>
          <Text span inherit className={css['narrow']} hiddenFrom="lg">
            {t(`shell.gateway.${state}`)}
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(`shell.gateway.${state}`)}>
        <Suspense fallback={<Skeleton height={80} />}>
          <GatewayGlance companyId={companyId} state={state} onLeave={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

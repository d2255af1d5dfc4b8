import { Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gatewayQuery } from '../../api/queries.ts';
import { say } from '../../ui/describe-error.ts';
import css from './header.module.css';
import { useCompanyId } from '../use-company-id.ts';

/** The gateway at one glance: ready, its last error, or what it still needs. */
export function GatewayLamp() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, isPending } = useQuery(gatewayQuery(companyId));
  const state = isPending ? 'unknown' : data?.token === 'stored' ? (data.lastError ? 'bad' : 'good') : 'warn';
  const reason = data?.lastError ? say(data.lastError.sentence) : t(`shell.gateway.${state}Hint`);
  return (
    <Tooltip label={reason} multiline maw={320}>
      <Link to="/firma/$companyId/konfiguracja/wysylka-sms" params={{ companyId }} className={css['lamp']}>
        <span className={css['dot']} data-state={state} aria-hidden />
        <Text span inherit visibleFrom="lg">
          {t(`shell.gateway.${state}`)}
        </Text>
        <Text span inherit className={css['narrow']} hiddenFrom="lg">
          {t(`shell.gateway.${state}`)}
        </Text>
      </Link>
    </Tooltip>
  );
}

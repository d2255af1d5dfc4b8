import { Text, Tooltip } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { balanceQuery } from '../../api/queries.ts';
import { formatCount, formatPoints, formatTime } from '../../i18n/format.ts';
import { say } from '../../ui/describe-error.ts';
import css from './header.module.css';
import { useCompanyId } from '../use-company-id.ts';

/** *Stan konta*: points left and what they buy. */
export function BalanceBadge() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const { data, error } = useQuery(balanceQuery(companyId));
  const points = data?.points;
  const affordable = data?.partsAffordable;
  const notice = data?.notice;
  return (
    <Tooltip
      label={
        error && data
          ? t('shell.balance.stale', { at: formatTime(data.readAt) })
          : notice
            ? say(notice.sentence)
            : typeof affordable === 'number'
              ? t('shell.balance.buys', { count: affordable, formatted: formatCount(affordable) })
              : t('shell.balance.unknown')
      }
    >
      <Link to="/firma/$companyId/stan-konta" params={{ companyId }} className={css['lamp']}>
        <IconCoins size={15} aria-hidden />
        <Text span inherit visibleFrom="sm">
          {t('shell.places.balance')}
        </Text>
        <Text span inherit c={error ? 'dimmed' : notice ? 'var(--goniec-warn)' : undefined} className={css['points']}>
          {typeof points === 'number' ? t('shell.balance.points', { formatted: formatPoints(points) }) : '—'}
        </Text>
      </Link>
    </Tooltip>
  );
}

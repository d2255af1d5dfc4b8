import { Badge, Box, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../i18n/format.ts';
import { DESTINATIONS } from './destinations.ts';
import { useNotices } from './notices/use-notices.ts';
import { PlaceLink } from './place-link.tsx';
import { useCompanyId } from './use-company-id.ts';
import { useEmulator } from './use-emulator.ts';
import { useOpenSteps } from './use-open-steps.ts';

const GROUPS = ['files', 'sending', 'administrator'] as const;

/** *Kartoteki*, *Wysyłki SMS*, *Administrator*: where an ERP user looks for them. Beside a place stands how much waits there. */
export function Navigation() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const emulator = useEmulator(companyId);
  const openSteps = useOpenSteps(companyId);
  const { pathname } = useLocation();
  const { waitingAt } = useNotices(companyId);
  const steps = `/firma/${companyId}/pierwsze-kroki`;
  const place = ({ id, to, icon }: (typeof DESTINATIONS)[keyof typeof DESTINATIONS][number]) => {
    const address = to.replace('$companyId', companyId);
    return (
      <PlaceLink
        key={id}
        to={address}
        icon={icon}
        label={t(`shell.places.${id}`)}
        active={pathname === address}
        badge={<WaitingBadge count={waitingAt(id)} />}
      />
    );
  };
  return (
    <nav aria-label={t('shell.nav.label')}>
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(`shell.nav.${group}`)}>
          <Text size="xs" c="dimmed" fw={600} px={10} pt="sm" pb={4} aria-hidden>
            {t(`shell.nav.${group}`)}
          </Text>
          {DESTINATIONS[group].map(place)}
        </div>
      ))}
      {/* last, for these are there only at times: nothing moves when they come */}
      <Box pt="sm">
        {emulator === null ? null : DESTINATIONS.trial.map(place)}
        {openSteps === null ? null : (
          <PlaceLink
            to={steps}
            icon={IconListCheck}
            label={t('shell.places.firstSteps')}
            active={pathname.startsWith(steps)}
            badge={<Badge size="sm">{openSteps}</Badge>}
          />
        )}
      </Box>
    </nav>
  );
}

function WaitingBadge({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return count === 0 ? null : (
    <Badge size="sm" color="orange" role="img" aria-label={t('shell.nav.waiting', { count })}>
      {formatCount(count)}
    </Badge>
  );
}

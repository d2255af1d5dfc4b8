import { Badge, NavLink, ScrollArea, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DESTINATIONS } from './destinations.ts';
import { useCompanyId } from './use-company-id.ts';
import { useEmulator } from './use-emulator.ts';
import { useOpenSteps } from './use-open-steps.ts';

const GROUPS = ['files', 'sending', 'administrator'] as const;

/** *Kartoteki*, *Wysyłki SMS*, *Administrator*: where an ERP user looks for them. */
export function Navigation() {
  const { t } = useTranslation();
  const companyId = useCompanyId();
  const emulator = useEmulator(companyId);
  const openSteps = useOpenSteps(companyId);
  const { pathname } = useLocation();
  return (
    <ScrollArea component="nav" aria-label={t('shell.nav.label')}>
      {openSteps === null ? null : (
        <NavLink
          component={Link}
          to={`/firma/${companyId}/pierwsze-kroki`}
          label={t('shell.places.firstSteps')}
          leftSection={<IconListCheck size={17} stroke={1.6} aria-hidden />}
          rightSection={<Badge size="sm">{openSteps}</Badge>}
          active={pathname.startsWith(`/firma/${companyId}/pierwsze-kroki`)}
          py={6}
          mt={6}
          style={{ borderRadius: 4 }}
        />
      )}
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(`shell.nav.${group}`)}>
          <Text size="xs" c="dimmed" fw={600} px={10} pt="sm" pb={4} aria-hidden>
            {t(`shell.nav.${group}`)}
          </Text>
          {DESTINATIONS[group]
            .filter(({ emulatorOnly }) => emulatorOnly !== true || emulator !== null)
            .map(({ id, to, icon: Sign }) => (
              <NavLink
                key={id}
                component={Link}
                to={to.replace('$companyId', companyId)}
                activeOptions={{ exact: true, includeSearch: false }}
                label={t(`shell.places.${id}`)}
                leftSection={<Sign size={17} stroke={1.6} aria-hidden />}
                active={pathname === to.replace('$companyId', companyId)}
                aria-current={pathname === to.replace('$companyId', companyId) ? 'page' : undefined}
                py={6}
                style={{ borderRadius: 4 }}
              />
            ))}
        </div>
      ))}
    </ScrollArea>
  );
}

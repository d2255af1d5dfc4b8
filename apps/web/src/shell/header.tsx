import {
  ActionIcon,
  Burger,
  Group,
  Kbd,
  Text,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
  useComputedColorScheme,
} from '@mantine/core';
import { IconMoonStars, IconSearch, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BalanceBadge } from './balance-badge.tsx';
import { callHelper } from './call-helper.ts';
import { CompanySwitch } from './company-switch.tsx';
import { GatewayLamp } from './gateway-lamp.tsx';
import css from './header.module.css';
import { PersonMenu } from './person-menu.tsx';

export function Header({
  navigationOpen,
  onNavigation,
}: {
  readonly navigationOpen: boolean;
  readonly onNavigation: () => void;
}) {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <Group h="100%" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <Burger
          opened={navigationOpen}
          onClick={onNavigation}
          hiddenFrom="sm"
          size="sm"
          aria-label={t('shell.nav.toggle')}
        />
        <Link to="/" className={css['brand']} aria-label="Goniec">
          <img src="/goniec.svg" width={22} height={22} alt="" />
          <Text span fw={650} visibleFrom="xs">
            Goniec
          </Text>
        </Link>
        <CompanySwitch />
      </Group>
      <UnstyledButton className={css['search']} visibleFrom="md" onClick={() => callHelper('palette')}>
        <IconSearch size={14} aria-hidden />
        <span className={css['searchText']}>{t('shell.palette.open')}</span>
        <Kbd size="xs">Ctrl</Kbd>
        <Kbd size="xs">K</Kbd>
      </UnstyledButton>
      <Group gap={6} wrap="nowrap" style={{ flex: 'none' }}>
        <GatewayLamp />
        <BalanceBadge />
        <Tooltip label={t(scheme === 'dark' ? 'shell.scheme.light' : 'shell.scheme.dark')}>
          <ActionIcon
            aria-label={t(scheme === 'dark' ? 'shell.scheme.light' : 'shell.scheme.dark')}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
            visibleFrom="xs"
          >
            {scheme === 'dark' ? <IconSun size={17} /> : <IconMoonStars size={17} />}
          </ActionIcon>
        </Tooltip>
        <PersonMenu />
      </Group>
    </Group>
  );
}

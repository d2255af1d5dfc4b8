import { Burger, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { BalanceBadge } from './balance-badge.tsx';
import { callHelper } from '../helpers/call-helper.ts';
import { CompanySwitch } from './company-switch.tsx';
import { GatewayLamp } from './gateway-lamp.tsx';
import css from './header.module.css';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { PersonMenu } from './person-menu.tsx';

export function Header({
  navigationOpen,
  onNavigation,
  toggle,
}: {
  readonly navigationOpen: boolean;
  readonly onNavigation: () => void;
  /** The button of the navigation, on a phone. */
  readonly toggle: Ref<HTMLButtonElement>;
}) {
  const { t } = useTranslation();
  return (
    <div className={css['bar']}>
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <Burger
          ref={toggle}
          opened={navigationOpen}
          onClick={onNavigation}
          hiddenFrom="sm"
          size="sm"
          aria-label={t('shell.nav.toggle')}
          aria-expanded={navigationOpen}
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
      <Group gap={6} wrap="nowrap" justify="flex-end" className={css['signs']}>
        <GatewayLamp />
        <BalanceBadge />
        <NoticeBell />
        <PersonMenu />
      </Group>
    </div>
  );
}

import { NavLink } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface PlaceLinkProps {
  readonly to: string;
  readonly icon: Icon;
  readonly label: string;
  readonly active: boolean;
  /** Beside it, a number in a word or two. */
  readonly badge: ReactNode;
}

/** One place of the navigation. */
export function PlaceLink({ to, icon: Sign, label, active, badge }: PlaceLinkProps) {
  return (
    <NavLink
      component={Link}
      to={to}
      activeOptions={{ exact: true, includeSearch: false }}
      label={label}
      leftSection={<Sign size={17} stroke={1.6} aria-hidden />}
      rightSection={badge}
      active={active}
      aria-current={active ? 'page' : undefined}
      py="var(--goniec-link-padding)"
      style={{ borderRadius: 4 }}
    />
  );
}

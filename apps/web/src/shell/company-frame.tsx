import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Banners } from './banners.tsx';
import { useLiveServer } from './connection.ts';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';

/** What the keyboard can do anywhere comes after what is looked at first. */
const Helpers = lazy(async () => ({ default: (await import('./helpers.tsx')).Helpers }));

/** The frame around every screen of a company: header, navigation, banners, and what the keyboard can do anywhere. */
export function CompanyFrame() {
  const [navigationOpen, navigation] = useDisclosure(false);
  const connected = useLiveServer();
  const { pathname } = useLocation();
  const { close } = navigation;
  useEffect(close, [close, pathname]);
  return (
    <AppShell
      header={{ height: 46 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !navigationOpen } }}
      padding={0}
    >
      <AppShell.Header className="no-print" px="sm">
        <Header navigationOpen={navigationOpen} onNavigation={navigation.toggle} />
      </AppShell.Header>
      <AppShell.Navbar className="no-print" p={6}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main h="100dvh" style={{ display: 'flex', flexDirection: 'column' }}>
        <Banners connected={connected} />
        <div style={{ flex: 1, minHeight: 0 }}>
          <Outlet />
        </div>
      </AppShell.Main>
      <Suspense fallback={null}>
        <Helpers />
      </Suspense>
    </AppShell>
  );
}

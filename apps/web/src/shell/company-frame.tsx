import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Banners } from './banners.tsx';
import { useLiveServer } from './connection.ts';
import { callHelper } from './helpers/call-helper.ts';
import css from './frame.module.css';
import { Header } from './header/header.tsx';
import { Navigation } from './navigation.tsx';
import { PrintHead } from './print-head.tsx';
import { OVERLAYS } from '../ui/overlays.ts';
import { useArrival } from './use-arrival.ts';

/** What the keyboard can do anywhere comes after what is looked at first. */
const Helpers = lazy(async () => ({ default: (await import('./helpers/helpers.tsx')).Helpers }));

/** The frame around every screen of a company: header, navigation, banners, and what the keyboard can do anywhere. */
export function CompanyFrame() {
  const { t } = useTranslation();
  const [navigationOpen, navigation] = useDisclosure(false);
  const connected = useLiveServer();
  const main = useRef<HTMLElement>(null);
  useHotkeys([['shift + ?', () => callHelper('shortcuts')]]);
  // also while one types
  useHotkeys([['mod + K', () => callHelper('palette')]], []);
  useArrival(main, navigation.close);
  const toggle = useRef<HTMLButtonElement>(null);
  const leaveNavigation = () => {
    if (!navigationOpen) return;
    toggle.current?.focus();
    navigation.close();
  };
  useHotkeys([['Escape', leaveNavigation]]);
  return (
    <div className={css['frame']}>
      <button type="button" className={`${css['skip']} no-print`} onClick={() => main.current?.focus()}>
        {t('shell.nav.skip')}
      </button>
      <header className={`${css['header']} no-print`}>
        <Header navigationOpen={navigationOpen} onNavigation={navigation.toggle} toggle={toggle} />
      </header>
      <div className={`${css['navigation']} no-print`} data-open={navigationOpen || undefined}>
        <Navigation />
      </div>
      <main ref={main} className={css['main']} tabIndex={-1}>
        <PrintHead />
        <Banners connected={connected} />
        <div className={css['screen']}>
          <Outlet />
        </div>
        <div id={OVERLAYS} />
      </main>
      <Suspense fallback={null}>
        <Helpers />
      </Suspense>
    </div>
  );
}

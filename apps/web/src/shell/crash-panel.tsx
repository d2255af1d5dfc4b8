import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorPanel, StatePanel } from '../ui/state-panels.tsx';

/** A screen that failed: the rest of the application goes on. */
export function CrashPanel({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <ErrorPanel
      page
      error={error instanceof Error ? error : new Error(String(error))}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

/** An address that is nobody's, on a page of its own. */
export function MissingPage() {
  return (
    <main style={{ height: '100dvh' }}>
      <MissingPanel />
    </main>
  );
}

export function MissingPanel() {
  const { t } = useTranslation();
  return (
    <StatePanel order={1} icon={IconMapPinOff} title={t('shell.missing')} hint={t('shell.missingHint')}>
      <Button component={Link} to="/" variant="default">
        {t('shell.toStart')}
      </Button>
    </StatePanel>
  );
}

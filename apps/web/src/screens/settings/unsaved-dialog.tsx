import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Whoever leaves a form with something unsaved in it is asked first; the browser asks when the page itself is closed. */
export function UnsavedDialog({ dirty }: { readonly dirty: boolean }) {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      title={t('settings.unsaved.title')}
      text={t('settings.unsaved.text')}
      confirm={t('settings.unsaved.leave')}
      danger
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
    />
  );
}

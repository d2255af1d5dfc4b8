import type { NotificationData } from '@mantine/notifications';
import i18next from 'i18next';
import { describeError } from './describe-error.ts';

/** A short good message that goes away by itself. */
export function notifyDone(message: string): void {
  show({ message, color: 'teal', autoClose: 4_000 });
}

/** Something that was not done, and why; it can be done otherwise. */
export function notifyWarning(message: string): void {
  show({ message, color: 'orange', autoClose: 8_000 });
}

/** A failure stays until it is read. */
export function notifyError(error: Error): void {
  const { title, hint } = describeError(error);
  show({ title, message: hint ?? '', color: 'red', autoClose: false });
}

/** The library comes with the first message. */
function show(message: NotificationData): void {
  const closeButtonProps = { 'aria-label': i18next.t('common.close') };
  void import('@mantine/notifications').then(({ notifications }) =>
    notifications.show({ closeButtonProps, ...message }),
  );
}

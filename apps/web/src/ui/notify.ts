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
  const { title, hint: why, kind } = describeError(error);
  // nobody tries by itself what a person has asked for
  const hint = kind === 'offline' ? i18next.t('common.offlineDo') : why;
  show({ title, message: hint ?? '', color: 'red', autoClose: false });
}

/** What shows messages came after the first screen (main.tsx): a failure is told also when nothing can be loaded any more. */
function show(message: NotificationData): void {
  const closeButtonProps = { 'aria-label': i18next.t('common.close') };
  void import('./messages.tsx').then(({ showMessage }) => showMessage({ closeButtonProps, ...message }));
}

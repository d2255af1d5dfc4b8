import { notifications } from '@mantine/notifications';
import { describeError } from './describe-error.ts';

/** A short good message that goes away by itself. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4_000 });
}

/** A failure stays until it is read. */
export function notifyError(error: Error): void {
  const { title, hint } = describeError(error);
  notifications.show({ title, message: hint ?? '', color: 'red', autoClose: false });
}

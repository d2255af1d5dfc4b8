import '@mantine/notifications/styles.layer.css';
import { Notifications, notifications, type NotificationData } from '@mantine/notifications';

/** Where short messages appear: bottom right, a few at once. */
export function Messages() {
  return <Notifications position="bottom-right" limit={4} />;
}

export function showMessage(message: NotificationData): void {
  notifications.show(message);
}

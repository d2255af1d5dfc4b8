import type { settings as pl } from '../pl/settings.ts';
import type { Translation } from '../translation.ts';

export const settings: Translation<typeof pl> = {
  title: 'settings',
};

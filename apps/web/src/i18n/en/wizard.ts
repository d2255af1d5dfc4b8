import type { wizard as pl } from '../pl/wizard.ts';
import type { Translation } from '../translation.ts';

export const wizard: Translation<typeof pl> = {
  title: 'wizard',
};

import type { phones as pl } from '../pl/phones.ts';
import type { Translation } from '../translation.ts';

export const phones: Translation<typeof pl> = {
  title: 'phones',
};

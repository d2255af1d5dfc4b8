import type { balance as pl } from '../pl/balance.ts';
import type { Translation } from '../translation.ts';

export const balance: Translation<typeof pl> = {
  title: 'balance',
};

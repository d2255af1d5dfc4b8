import type { campaigns as pl } from '../pl/campaigns.ts';
import type { Translation } from '../translation.ts';

export const campaigns: Translation<typeof pl> = {
  title: 'campaigns',
};

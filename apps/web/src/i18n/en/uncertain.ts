import type { uncertain as pl } from '../pl/uncertain.ts';
import type { Translation } from '../translation.ts';

export const uncertain: Translation<typeof pl> = {
  title: 'uncertain',
};

import type { directory as pl } from '../pl/directory.ts';
import type { Translation } from '../translation.ts';

export const directory: Translation<typeof pl> = {
  title: 'directory',
};

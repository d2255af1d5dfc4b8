import type { imports as pl } from '../pl/imports.ts';
import type { Translation } from '../translation.ts';

export const imports: Translation<typeof pl> = {
  title: 'imports',
};

import type { wizard as pl } from '../pl/wizard.ts';
import type { Translation } from '../translation.ts';

export const wizard: Translation<typeof pl> = {
  title: 'New company',
  hint: 'Every company has a directory, a gateway and bills of its own. Next come the provider and its token.',
  name: 'Name of the company',
  nameNeeded: 'Enter the name of the company',
  create: 'Create and go to the gateway',
};

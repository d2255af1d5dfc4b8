import type { access as pl } from '../pl/access.ts';
import type { Translation } from '../translation.ts';

export const access: Translation<typeof pl> = {
  title: 'Sign in to Goniec',
  once: 'This link works once. Sign in with it on your computer.',
  noToken: 'Signing in takes a one-time link. The program prints one at start, and so does the command:',
  signIn: 'Sign in',
};

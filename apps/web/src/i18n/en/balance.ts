import type { balance as pl } from '../pl/balance.ts';
import type { Translation } from '../translation.ts';

export const balance: Translation<typeof pl> = {
  title: 'Balance',
  readAt: 'Read {{at}}',
  points: 'Points',
  parts: 'Enough for SMS parts',
  value: 'Net value',
  buy: 'Buy points',
  payment: 'Payment: {{type}}',
  testAccount: 'A test account: prepaid packages cannot be bought with it.',
  history: 'History',
  noHistory: 'The history begins with the first campaigns.',
};

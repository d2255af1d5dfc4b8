export const balance = {
  title: 'balance',
} as const;

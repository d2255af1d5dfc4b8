export const wizard = {
  title: 'wizard',
} as const;

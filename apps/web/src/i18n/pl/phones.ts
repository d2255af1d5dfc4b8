export const phones = {
  title: 'phones',
} as const;

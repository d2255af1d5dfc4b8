export const campaigns = {
  title: 'campaigns',
} as const;

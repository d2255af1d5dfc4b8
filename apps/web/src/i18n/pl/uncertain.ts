export const uncertain = {
  title: 'uncertain',
} as const;

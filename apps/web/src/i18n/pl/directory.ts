export const directory = {
  title: 'directory',
} as const;

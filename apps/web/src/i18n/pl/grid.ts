export const grid = {
  printed: 'Wiersze {{first}}–{{end}} z {{total}}',
  columns: 'Kolumny',
  defaults: 'Przywróć domyślne',
  tooMany:
    'Pojedynczo można zaznaczyć najwyżej {{formatted}} wierszy. Zawęź listę filtrem i zaznacz wszystkie pasujące: Ctrl+A.',
} as const;

export const grid = {
  printed: 'Wydrukowano wiersze widoczne na ekranie: {{formatted}} z {{total}}.',
  columns: 'Kolumny',
  defaults: 'Przywróć domyślne',
  tooMany:
    'Pojedynczo można zaznaczyć najwyżej {{formatted}} wierszy. Zawęź listę filtrem i zaznacz wszystkie pasujące: Ctrl+A.',
} as const;

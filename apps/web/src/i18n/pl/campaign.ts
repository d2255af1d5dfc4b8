/** The send window, beside what it shares with the list (`campaigns`). */
export const campaign = {
  notSaved: 'Nie udało się zapisać, ponawiam',
  presence: {
    you: {
      open: 'Masz tę wysyłkę otwartą też w innym oknie, od {{time}}.',
      editing: 'Edytujesz tę wysyłkę też w innym oknie, od {{time}}.',
    },
    other: {
      open: '{{name}} ma tę wysyłkę otwartą od {{time}}.',
      editing: '{{name}} edytuje tę wysyłkę od {{time}}.',
    },
    program: 'Program z kluczem API',
    more_one: 'I jeszcze {{count}} osoba.',
    more_few: 'I jeszcze {{count}} osoby.',
    more_many: 'I jeszcze {{count}} osób.',
    more_other: 'I jeszcze {{count}} osoby.',
  },
  conflict: {
    title: 'Ktoś zmienił to samo w tym samym czasie. Która wersja ma zostać?',
    mine: 'Twoja, jeszcze niezapisana',
    theirs: 'Zapisana przed chwilą',
    keepMine: 'Zostaw moją',
    takeTheirs: 'Weź zapisaną',
    empty: '(pusto)',
    field: { subject: 'Temat', body: 'Treść', withoutPolish: 'Bez polskich' },
    dropped: 'Twoja wersja ustąpiła zapisanej.',
    restore: 'Przywróć moją',
    letGo: 'Niepotrzebna',
  },
  export: {
    all: 'Pobierz log',
    filtered: 'Pobierz przefiltrowane',
    xlsx: 'Excel (XLSX)',
    csv: 'Tekst rozdzielany średnikami (CSV)',
  },
  leave: {
    title: 'Zmiany nie są jeszcze zapisane',
    text: 'Zapisać je, zanim wyjdziesz?',
    conflict: 'Najpierw wybierz, która wersja treści ma zostać. Jeśli wyjdziesz teraz, przepadnie Twoja.',
    drop: 'Wyjdź bez zapisywania',
    stay: 'Zostań',
    save: 'Zapisz i wyjdź',
  },
} as const;

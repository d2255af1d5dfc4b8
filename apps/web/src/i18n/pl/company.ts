export const company = {
  title: 'Firma',
  hint: 'Nazwa i NIP firmy, dla której pracujesz. Każda zmiana zostaje w dzienniku zdarzeń.',
  name: 'Nazwa firmy',
  nameNeeded: 'Wpisz nazwę firmy',
  nip: 'NIP',
  nipHint: 'Nieobowiązkowy. Z kreskami, spacjami lub bez; dla firmy zagranicznej z prefiksem kraju.',
  nipFault: {
    check_digit: 'Cyfra kontrolna się nie zgadza: w numerze jest literówka.',
    too_few_digits: 'Za mało cyfr: NIP ma ich dziesięć.',
    too_many_digits: 'Za dużo cyfr: NIP ma ich dziesięć.',
    repeated_digit: 'Dziesięć takich samych cyfr to nie NIP.',
    not_digits: 'NIP składa się z cyfr; litery może mieć tylko prefiks kraju na początku.',
    damaged: 'Arkusz kalkulacyjny zepsuł ten numer. Wpisz go ponownie, cyfra po cyfrze.',
  },
  since: 'W Gońcu od {{day}}',
} as const;

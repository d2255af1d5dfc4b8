export const wizard = {
  title: 'Nowa firma',
  hint: 'Każda firma ma własną kartotekę, bramkę i rozliczenia. W następnym kroku wybierzesz dostawcę i zapiszesz token.',
  name: 'Nazwa firmy',
  nameNeeded: 'Wpisz nazwę firmy',
  create: 'Utwórz i przejdź do bramki',
} as const;

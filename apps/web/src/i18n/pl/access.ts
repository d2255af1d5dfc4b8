export const access = {
  title: 'Logowanie do Gońca',
  once: 'Ten odnośnik działa jeden raz. Zaloguj się nim na swoim komputerze.',
  noToken: 'Do logowania potrzebny jest jednorazowy odnośnik. Wypisze go program przy starcie albo polecenie:',
  signIn: 'Zaloguj się',
} as const;

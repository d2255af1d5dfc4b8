export const balance = {
  title: 'Stan konta',
  readAt: 'Odczytano {{at}}',
  points: 'Punkty',
  parts: 'Wystarczy na części SMS',
  value: 'Wartość netto',
  buy: 'Kup punkty',
  payment: 'Rozliczenie: {{type}}',
  testAccount: 'Konto testowe: nie można na nim kupić pakietu przedpłaconego.',
  history: 'Historia',
  noHistory: 'Historia pojawi się po pierwszych wysyłkach.',
} as const;

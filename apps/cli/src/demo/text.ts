/** What the demonstration sends: Polish letters make three parts of it, without them it fits into one. */
export const DEMO_SUBJECT = 'Wysyłka pokazowa';
export const DEMO_BODY =
  'Dzień dobry! Zapraszamy po świąteczne pierniki i makowce: do 24 grudnia rabat 15% na całe zamówienie. ' +
  'Firma Przykładowa, Łódź. Rezygnacja: odpisz STOP';

/** A campaign of the pictures: to which group it goes, and how long ago it began, in hours. */
export interface Written {
  readonly subject: string;
  readonly body: string;
  readonly group: string;
  readonly hoursAgo: number;
}

/** Sent and finished, oldest first. */
export const SENT: readonly Written[] = [
  {
    subject: 'Zmiana godzin w Wigilię',
    body: 'Dzień dobry! 24 grudnia pracujemy do 12:00. Wesołych Świąt życzy Hurtownia Źródło.',
    group: 'Samorządy',
    hoursAgo: 530,
  },
  {
    subject: 'Przypomnienie o fakturze',
    body: 'Przypominamy o fakturze z terminem do piątku. Dziękujemy! Hurtownia Źródło',
    group: 'Usługi',
    hoursAgo: 340,
  },
  {
    subject: 'Nowy cennik od grudnia',
    body: 'Od 1 grudnia nowy cennik cegły i wełny. Pobierz: zrodlo.example/cennik',
    group: 'Detal',
    hoursAgo: 172,
  },
  {
    subject: 'Promocja jesienna',
    body: 'Żużel, cegła i wełna o 15% taniej do 30.11! Zapraszamy, Skład Źródło',
    group: 'Stali odbiorcy',
    hoursAgo: 46,
  },
];

/** One of its requests got no answer. */
export const UNCERTAIN: Written = {
  subject: 'Dostawa przesunięta',
  body: 'Dostawa z poniedzialku bedzie we wtorek. Przepraszamy!',
  group: 'Hurt',
  hoursAgo: 21,
};

/** On its way. */
export const SENDING: Written = {
  subject: 'Dni otwarte w Świdnicy',
  body: 'Zapraszamy na dni otwarte 27-28.11, Świdnica, ul. Bóźnicza 12. Kawa i żurek gratis!',
  group: 'Dostawcy',
  hoursAgo: 0.1,
};

export const DRAFT: Written = {
  subject: 'Życzenia świąteczne',
  body: 'Życzymy Państwu spokojnych Świąt – zespół Hurtowni Źródło',
  group: 'Stali odbiorcy',
  hoursAgo: 0,
};

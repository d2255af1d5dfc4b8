import type { CampaignState, Contact, Delivery, Handover, Service } from '../api/shapes.ts';
import type { Tone } from './paint.ts';

/** The words of the screens (GLOSSARY.md), with the colour that goes with them. */
export interface State {
  readonly name: string;
  readonly tone: Tone | null;
}

const state = (name: string, tone: Tone | null = null): State => ({ name, tone });

export const campaignStates: Readonly<Record<CampaignState, State>> = {
  draft: state('Szkic', 'dim'),
  frozen: state('Zamrożona'),
  sending: state('W trakcie', 'good'),
  paused: state('Wstrzymana', 'warn'),
  finished: state('Zakończona'),
  cancelled: state('Anulowana', 'dim'),
};

/** A running campaign of which everything has been handed over: only reports are missing. */
export const awaitingReports: State = state('Czeka na raporty', 'good');

export const handovers: Readonly<Record<Handover, State>> = {
  ready: state('Gotowa', 'dim'),
  submitting: state('W trakcie'),
  accepted: state('Przekazana', 'good'),
  refused: state('Odrzucona', 'bad'),
  uncertain: state('Niepewna', 'warn'),
  excluded: state('Pominięta', 'dim'),
  cancelled: state('Anulowana', 'dim'),
};

export const deliveries: Readonly<Record<Delivery, State>> = {
  none: state('–', 'dim'),
  pending: state('Oczekuje'),
  delivered: state('Doręczona', 'good'),
  undelivered: state('Niedoręczona', 'bad'),
  expired: state('Wygasła', 'bad'),
  failed: state('Błąd bramki', 'bad'),
  rejected: state('Odrzucona przez operatora', 'bad'),
  unknown: state('Nieznany', 'warn'),
  no_report: state('Brak raportu', 'warn'),
};

export const consents: Readonly<Record<Contact['consent'], State>> = {
  active: state('jest', 'good'),
  withdrawn: state('wycofana', 'bad'),
  none: state('brak', 'dim'),
};

export const services: Readonly<Record<Service['state'], State>> = {
  active: state('aktywna', 'good'),
  grace: state('w okresie karencji', 'warn'),
  expired: state('wygasła', 'bad'),
  unknown: state('nie wiadomo', 'warn'),
};

export const tokens = {
  missing: state('brak', 'bad'),
  stored: state('zapisany', 'good'),
  unreadable: state('nie do odczytania na tym serwerze', 'bad'),
} as const satisfies Record<string, State>;

export const actions = {
  edit: 'zmiana',
  freeze: 'zamrożenie',
  send: 'wysłanie',
  pause: 'wstrzymanie',
  resume: 'wznowienie',
  cancel: 'anulowanie',
  check_delivery: 'sprawdzenie doręczenia',
} as const;

/** Keys of a table, as the values an option may take. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal table are its type's keys
  Object.keys(table) as K[];

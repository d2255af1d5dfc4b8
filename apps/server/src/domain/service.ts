import type { EffectiveToday } from './entitlement-day.ts';
import { mayUseService, type Entitlement } from './entitlement.ts';
import type { Reason, Sentence } from './reason.ts';

/** The one subscription service there is (S5). */
export const SMS_SERVICE = {
  code: 'sms_smsapi',
  name: { pl: 'Wysyłanie SMS za pomocą usługi SMSAPI', en: 'Sending SMS by means of SMSAPI' },
} as const;

export interface ServiceView {
  readonly code: typeof SMS_SERVICE.code;
  readonly name: Sentence;
  readonly enabled: boolean;
  readonly state: Entitlement['state'];
  /** Last day of use, included; a forecast while no next line is out. */
  readonly until: string | null;
  readonly daysLeft: number | null;
  readonly usable: boolean;
  /** A banner to show. */
  readonly notice: Reason | null;
}

/** What a company may do with the service, and what people are to be told about it. */
export function serviceView(
  enabled: boolean,
  entitlement: Entitlement,
  clockWarning: EffectiveToday['warning'],
): ServiceView {
  return {
    ...SMS_SERVICE,
    enabled,
    state: entitlement.state,
    until: lastDayOf(entitlement),
    daysLeft: entitlement.state === 'grace' ? entitlement.daysLeft : null,
    usable: enabled && mayUseService(entitlement),
    notice: noticeOf(entitlement, clockWarning),
  };
}

/** Why the service cannot be used, or null. Closed when switched off and after expiry, never for want of a catalogue. */
export function serviceObstacle(service: ServiceView): Reason | null {
  if (service.usable) return null;
  return service.enabled ? expiredReason(service.until) : switchedOff;
}

function lastDayOf(entitlement: Entitlement): string | null {
  switch (entitlement.state) {
    case 'active':
    case 'unknown':
      return entitlement.forecastUntil;
    case 'grace':
      return entitlement.until;
    case 'expired':
      return entitlement.since;
  }
}

const switchedOff: Reason = {
  code: 'service_off',
  sentence: {
    pl: `Usługa „${SMS_SERVICE.name.pl}” jest wyłączona w tej firmie.`,
    en: `The service "${SMS_SERVICE.name.en}" is switched off in this company.`,
  },
  action: {
    pl: 'Włącz ją: Administrator > Konfiguracja firmy > Usługi subskrypcyjne.',
    en: 'Switch it on: Administrator > Company settings > Subscription services.',
  },
};

const update: Sentence = {
  pl: 'Zaktualizuj Gońca do najnowszej wersji: usługa wróci od razu.',
  en: 'Update Goniec to the newest version: the service comes back at once.',
};

const expiredReason = (since: string | null): Reason => ({
  code: 'service_expired',
  sentence: {
    pl: `Uprawnienie tej wersji do usług subskrypcyjnych wygasło ${polishDate(since)}. Wysyłać nie można, wszystko inne działa.`,
    en: `This version's right to subscription services lapsed on ${since}. Nothing can be sent, everything else works.`,
  },
  action: update,
});

/** Why a campaign stands still, by the code that was stored; null for a code of others. The day of expiry is not stored. */
export function serviceReason(code: string): Reason | null {
  if (code === switchedOff.code) return switchedOff;
  return code === 'service_expired' ? { code, ...lapsed } : null;
}

const lapsed: Omit<Reason, 'code'> = {
  sentence: {
    pl: 'Uprawnienie tej wersji do usług subskrypcyjnych wygasło.',
    en: "This version's right to subscription services has lapsed.",
  },
  action: {
    pl: 'Zaktualizuj Gońca do najnowszej wersji i sprawdź, czy data na serwerze jest poprawna.',
    en: 'Update Goniec to the newest version, and check that the date of the server is correct.',
  },
};

const graceReason = (until: string, daysLeft: number): Reason => ({
  code: 'service_grace',
  sentence: {
    pl: `Jest już nowsza wersja. Usługi subskrypcyjne działają do ${polishDate(until)} włącznie (${leftInPolish(daysLeft)}).`,
    en: `A newer version is out. Subscription services work until ${until} (${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left).`,
  },
  action: {
    pl: 'Zaktualizuj Gońca przed tym dniem, aby wysyłać bez przerwy.',
    en: 'Update Goniec before that day to go on sending.',
  },
});

const newerExpected: Reason = {
  code: 'newer_line_expected',
  sentence: {
    pl: 'Nie wiadomo, czy jest już nowsza wersja: katalog wydań jest stary.',
    en: 'Nobody knows whether a newer version is out: the release catalogue is old.',
  },
  action: { pl: 'Sprawdź, czy jest aktualizacja Gońca.', en: 'Check for an update of Goniec.' },
};

const clockSetBack: Reason = {
  code: 'clock_set_back',
  sentence: {
    pl: 'Zegar serwera cofnięto o więcej niż dwa dni. Uprawnienia liczone są od najpóźniejszej znanej daty.',
    en: "The server's clock was set back by more than two days. Entitlement is judged by the latest date known.",
  },
  action: { pl: 'Ustaw poprawną datę na serwerze.', en: 'Set the correct date on the server.' },
};

/** Expiry first: nothing else matters then. */
function noticeOf(entitlement: Entitlement, clockWarning: EffectiveToday['warning']): Reason | null {
  if (entitlement.state === 'expired') return expiredReason(entitlement.since);
  if (clockWarning !== null) return clockSetBack;
  if (entitlement.state === 'grace') return graceReason(entitlement.until, entitlement.daysLeft);
  if (entitlement.state === 'unknown' && entitlement.warning === 'newer_line_expected') return newerExpected;
  return null;
}

/** '2018-12-31' → '31.12.2018'. */
const polishDate = (iso: string | null): string => iso?.split('-').toReversed().join('.') ?? 'dawno temu';

/** One verb form for one day, another for more: „został 1 dzień”, „zostało 5 dni”. */
const leftInPolish = (days: number): string =>
  days === 1 ? 'został 1 dzień' : isFew(days) ? `zostały ${days} dni` : `zostało ${days} dni`;

/** 2-4, 22-24, … but not 12-14 take the plural verb in Polish. */
const isFew = (n: number): boolean => n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);

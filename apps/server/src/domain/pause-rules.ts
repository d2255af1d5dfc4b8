import type { PauseCause } from './campaign.ts';
import type { Sentence } from './reason.ts';
import type { BackOff } from './retry-delay.ts';

/**
 * What shows that the reason of a pause is gone: any answer of the gateway, an accepted token, a usable sender, enough
 * points, room on the database's disk, a clock that is right again.
 */
export type StopProof = 'answer' | 'account' | 'sender' | 'balance' | 'room' | 'time';

interface PauseRule {
  readonly sentence: Sentence;
  readonly action: Sentence;
  /**
   * What is asked to find out whether the campaign may go on. `by_code`: the code of the stop decides (the adapter knows);
   * null: only a person lets it go on.
   */
  readonly proof: StopProof | 'by_code' | null;
  /** How often it is asked: doubling, so that nobody is hammered. */
  readonly checks: BackOff;
}

const MINUTE_MS = 60_000;
const seldom: BackOff = { firstMs: MINUTE_MS, longestMs: 15 * MINUTE_MS };

/**
 * Every cause of a pause: what happened, what to do, who lets the campaign go on, and how often the cause is looked at.
 *
 * By themselves go on those whose reason is seen to be gone. By a person: what a person has stopped (`user`,
 * `restore_hold`), and `entitlement`, because the renewal of a service is no order to send what has been lying about.
 */
export const pauseRules: Readonly<Record<PauseCause, PauseRule>> = {
  user: {
    sentence: { pl: 'Wstrzymana przez użytkownika.', en: 'Paused by a user.' },
    action: { pl: '', en: '' },
    proof: null,
    checks: seldom,
  },
  funds: {
    sentence: { pl: 'Na koncie w bramce skończyły się punkty.', en: 'The gateway account has run out of points.' },
    action: {
      pl: 'Doładuj konto. Nic nie przepadło.',
      en: 'Top the account up. Nothing was lost.',
    },
    proof: 'by_code',
    checks: seldom,
  },
  credentials: {
    sentence: {
      pl: 'Bramka odrzuciła dane dostępowe lub ustawienia konta.',
      en: 'The gateway refused the credentials or the settings of the account.',
    },
    action: {
      pl: 'Popraw je w Konfiguracji firmy > Wysyłka SMS.',
      en: 'Correct them in the settings.',
    },
    proof: 'by_code',
    checks: seldom,
  },
  entitlement: {
    sentence: {
      pl: 'Uprawnienie do usługi subskrypcyjnej wygasło lub usługa jest wyłączona.',
      en: 'The subscription service has expired or is switched off.',
    },
    action: {
      pl: 'Zaktualizuj program albo włącz usługę.',
      en: 'Update the program or switch the service on.',
    },
    proof: null,
    checks: seldom,
  },
  gateway_down: {
    sentence: {
      pl: 'Bramka nie odpowiada albo odpowiada błędnie: kilka prób z rzędu się nie udało.',
      en: 'The gateway does not answer, or answers wrongly: several attempts in a row failed.',
    },
    action: {
      pl: 'Jeśli to trwa, sprawdź połączenie serwera z internetem i adres bramki, a przy wolnym łączu wydłuż czas oczekiwania.',
      en: 'If it goes on, check that the server reaches the internet, and the address of the gateway; on a slow link raise the time-out.',
    },
    proof: 'answer',
    checks: { firstMs: 5_000, longestMs: 10 * MINUTE_MS },
  },
  restore_hold: {
    sentence: {
      pl: 'Baza została przywrócona lub przeniesiona: wysyłanie jest zatrzymane.',
      en: 'The database was restored or moved: sending is held.',
    },
    action: {
      pl: 'Administrator musi potwierdzić, że żadna inna kopia tej bazy nie wysyła.',
      en: 'An administrator has to confirm that no other copy of this database sends.',
    },
    proof: null,
    checks: seldom,
  },
  storage: {
    sentence: {
      pl: 'Na dysku bazy danych skończyło się miejsce, więc wyników wysyłania nie dałoby się zapisać.',
      en: "The database's disk is full, so results of sending could not be written down.",
    },
    action: { pl: 'Zwolnij miejsce na dysku serwera.', en: "Free some space on the server's disk." },
    proof: 'room',
    checks: { firstMs: 30_000, longestMs: 10 * MINUTE_MS },
  },
  clock: {
    sentence: {
      pl: 'Zegar serwera cofnięto o więcej niż dwa dni.',
      en: "The server's clock was set back by more than two days.",
    },
    action: { pl: 'Ustaw poprawną datę na serwerze.', en: 'Set the correct date on the server.' },
    proof: 'time',
    checks: { firstMs: MINUTE_MS, longestMs: MINUTE_MS },
  },
};

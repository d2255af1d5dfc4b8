import type { PauseCause } from './campaign.ts';
import type { Reason } from './reason.ts';

/** Why a campaign stands still, and what sets it going again. */
const causes: Readonly<Record<PauseCause, Omit<Reason, 'code'>>> = {
  user: {
    sentence: { pl: 'Wstrzymana przez użytkownika.', en: 'Paused by a user.' },
    action: { pl: 'Użyj „Wznów”.', en: 'Use Resume.' },
  },
  funds: {
    sentence: { pl: 'Na koncie w bramce skończyły się punkty.', en: 'The gateway account has run out of points.' },
    action: {
      pl: 'Doładuj konto i użyj „Wznów”. Nic nie przepadło.',
      en: 'Top the account up and use Resume. Nothing was lost.',
    },
  },
  credentials: {
    sentence: {
      pl: 'Bramka odrzuciła dane dostępowe lub ustawienia konta.',
      en: 'The gateway refused the credentials or the settings of the account.',
    },
    action: {
      pl: 'Popraw je w Konfiguracji firmy > Wysyłka SMS i użyj „Wznów”.',
      en: 'Correct them in the settings and use Resume.',
    },
  },
  entitlement: {
    sentence: {
      pl: 'Uprawnienie do usługi subskrypcyjnej wygasło lub usługa jest wyłączona.',
      en: 'The subscription service has expired or is switched off.',
    },
    action: {
      pl: 'Zaktualizuj program albo włącz usługę i użyj „Wznów”.',
      en: 'Update the program or switch the service on, and use Resume.',
    },
  },
  gateway_down: {
    sentence: { pl: 'Bramka nie odpowiada.', en: 'The gateway does not answer.' },
    action: { pl: 'Wysyłka ruszy sama, gdy bramka wróci.', en: 'Sending goes on by itself when the gateway is back.' },
  },
  restore_hold: {
    sentence: {
      pl: 'Baza została przywrócona lub przeniesiona: wysyłanie jest zatrzymane.',
      en: 'The database was restored or moved: sending is held.',
    },
    action: {
      pl: 'Administrator musi potwierdzić, potem użyj „Wznów”.',
      en: 'An administrator has to confirm, then use Resume.',
    },
  },
};

/** The cause as a reason; the gateway's own words, when there are any, are more exact and win. */
export function pauseReason(cause: PauseCause, explained: Reason | null): Reason {
  const general = { code: cause, ...causes[cause] };
  return explained ? { ...explained, action: explained.action ?? general.action } : general;
}

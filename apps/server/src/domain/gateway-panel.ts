import type { Sentence } from './reason.ts';

/** The customer panel that belongs to an API address; an account lives in one edition of SMSAPI (dossier 1.1). */
export function panelUrl(baseUrl: string): string {
  const host = URL.parse(baseUrl)?.hostname ?? '';
  if (/^(?:localhost|127\.|\[::1\])/.test(host)) return baseUrl;
  const edition = /^(?:api2?\.)?(smsapi\.(?:pl|com|bg|se))$/.exec(host)?.[1] ?? 'smsapi.pl';
  return `https://ssl.${edition}/`;
}

/** How to get a token of its own for this integration (S16): one that can be withdrawn without stopping the others. */
export function tokenSteps(baseUrl: string): readonly Sentence[] {
  const panel = panelUrl(baseUrl);
  return [
    { pl: `Zaloguj się do panelu SMSAPI: ${panel}`, en: `Sign in to the SMSAPI panel: ${panel}` },
    {
      pl: 'Otwórz Ustawienia API > Tokeny API (OAuth) i wybierz „Generuj token”.',
      en: 'Open API settings > API tokens (OAuth) and choose "Generate token".',
    },
    {
      pl: 'Nadaj mu nazwę „Goniec”, aby można go było unieważnić bez wpływu na inne programy. Nie używaj tokenu innej integracji.',
      en: 'Name it "Goniec", so that it can be withdrawn without touching other programs. Do not use the token of another integration.',
    },
    {
      pl: 'Zaznacz uprawnienia: wysyłanie SMS-ów, nazwy nadawców, dane konta i stan punktów.',
      en: 'Tick the permissions: sending SMS, sender names, account data and balance.',
    },
    {
      pl: 'Skopiuj token (panel pokazuje go tylko raz), wklej go tutaj, zapisz i użyj „Testuj połączenie”.',
      en: 'Copy the token (the panel shows it only once), paste it here, save, and use "Test the connection".',
    },
  ];
}

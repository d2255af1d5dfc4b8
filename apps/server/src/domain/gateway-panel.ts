import { isLoopback } from './loopback.ts';
import type { Sentence } from './reason.ts';

/** The customer panel that belongs to an API address; an account lives in one edition of SMSAPI (dossier 1.1). */
export function panelUrl(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  if (url && isLoopback(url)) return baseUrl;
  const edition = /^(?:api2?\.)?(smsapi\.(?:pl|com|bg|se))$/.exec(url?.hostname ?? '')?.[1] ?? 'smsapi.pl';
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
      pl: 'Skopiuj token (panel pokazuje go tylko raz), wklej go tutaj i wybierz „Sprawdź i zapisz”.',
      en: 'Copy the token (the panel shows it only once), paste it here, and choose "Test and save".',
    },
  ];
}

/** How to give the gateway our address for replies by hand, and what an account needs before anybody can reply at all. */
export function inboundSteps(baseUrl: string): readonly Sentence[] {
  const panel = panelUrl(baseUrl);
  return [
    {
      pl: 'Na nazwę nadawcy nie da się odpisać. Odpowiedzi przychodzą na własny numer albo od nadawcy dwukierunkowego (2way), którego SMSAPI włącza na prośbę.',
      en: 'Nobody can reply to a sender name. Replies come to a number of your own, or with the two-way sender (2way), which SMSAPI switches on when asked.',
    },
    {
      pl: `Zaloguj się do panelu SMSAPI (${panel}) i w ustawieniach API otwórz adresy callback.`,
      en: `Sign in to the SMSAPI panel (${panel}) and open the callback addresses in the API settings.`,
    },
    {
      pl: 'Dodaj ten adres dla wiadomości przychodzących (SMS MO). Nikomu innemu go nie podawaj: kto go zna, może wycofać cudzą zgodę.',
      en: "Add this address for incoming messages (SMS MO). Give it to nobody else: whoever knows it can withdraw somebody's consent.",
    },
  ];
}

import type { Reason } from './reason.ts';

/** Codes of stage 1 that we coined ourselves: why a batch is uncertain, and how an accepted message came to be called so. */
const codes = {
  worker_lost: {
    sentence: {
      pl: 'Program zatrzymał się w trakcie przekazywania, więc nie wiadomo, czy bramka przyjęła wiadomości.',
      en: 'The program stopped while messages were being handed over, so nobody knows whether the gateway took them.',
    },
    action: null,
  },
  nobody_permitted: {
    sentence: {
      pl: 'Odbiorcy wycofali zgodę, zanim wyjaśniło się, czy bramka przyjęła wiadomości. O te numery program już nie pyta.',
      en: 'The recipients withdrew consent before it was clear whether the gateway took the messages. These are not asked for again.',
    },
    action: null,
  },
  maybe_sent_elsewhere: {
    sentence: {
      pl: 'Bazę przywrócono lub przeniesiono, a inna jej kopia mogła wysłać tę wiadomość.',
      en: 'The database was restored or moved, and another copy of it may have sent this message.',
    },
    action: null,
  },
  clock_set_back: {
    sentence: {
      pl: 'Zegar serwera cofnięto, zanim wyjaśniło się, czy bramka przyjęła tę wiadomość. Program nie wie, ile czasu minęło, więc o nią nie pyta.',
      en: "The server's clock was set back before it was clear whether the gateway took this message. The program cannot tell how much time has passed, so it does not ask.",
    },
    action: null,
  },
  already_taken: {
    sentence: {
      pl: 'Bramka potwierdziła, że przyjęła tę wiadomość przy wcześniejszej próbie.',
      en: 'The gateway confirmed that it had taken this message at an earlier attempt.',
    },
    action: null,
  },
  treated_as_sent: {
    sentence: {
      pl: 'Nie wiadomo, czy bramka ją przyjęła; osoba uprawniona uznała ją za wysłaną.',
      en: 'Nobody knows whether the gateway took it; a person decided to treat it as sent.',
    },
    action: null,
  },
} as const satisfies Record<string, Omit<Reason, 'code'>>;

export type HandoverCode = keyof typeof codes;

/** The code as a reason for people; null for a code that is not ours. */
export function handoverReason(code: string): Reason | null {
  return isOurs(code) ? { code, ...codes[code] } : null;
}

const isOurs = (code: string): code is HandoverCode => Object.hasOwn(codes, code);

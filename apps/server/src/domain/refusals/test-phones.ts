import type { RefusalTable } from '../reason.ts';

/** Refusals about the handsets of an emulator. */
export const testPhoneRefusals = {
  emulator_only: {
    kind: 'conflict',
    sentence: {
      pl: 'Telefony testowe są tylko w emulatorze, a ta firma ma inną bramkę.',
      en: 'Only an emulator has test phones, and this company has another gateway.',
    },
    action: {
      pl: 'Co stało się z każdą wiadomością, pokazuje log wykonania wysyłki.',
      en: 'The log of a campaign shows what became of each message.',
    },
  },
  emulator_unreachable: {
    kind: 'unavailable',
    sentence: { pl: 'Emulator SMSAPI nie odpowiada.', en: 'The SMSAPI emulator does not answer.' },
    action: {
      pl: 'Sprawdź, czy działa: uruchamia go npm start. Potem spróbuj ponownie.',
      en: 'Check that it runs: npm start starts it. Then try again.',
    },
  },
  gateway_in_use: {
    kind: 'conflict',
    sentence: {
      pl: 'Ta firma ma już konto w prawdziwej bramce, więc emulator go nie zastąpi.',
      en: 'This company has an account at a real gateway: the emulator does not replace it.',
    },
    action: { pl: 'Do prób dodaj osobną firmę.', en: 'Add another company for trying things.' },
  },
  handset_away: {
    kind: 'conflict',
    sentence: {
      pl: 'Telefon jest wyłączony albo poza zasięgiem, więc nic z niego nie wyjdzie.',
      en: 'The phone is off or out of coverage: nothing leaves it.',
    },
    action: { pl: 'Włącz telefon i odpisz ponownie.', en: 'Switch it on and reply again.' },
  },
} as const satisfies RefusalTable;

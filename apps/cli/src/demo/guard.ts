import type { Gateway } from '../api/shapes.ts';
import { exitCodes } from '../exit-codes.ts';
import { CommandFailure } from '../failure.ts';

/** A demonstration sends to everybody it likes, so it may only ever talk to what the server found to be an emulator. */
export function requireEmulator({ baseUrl, token, emulator }: Pick<Gateway, 'baseUrl' | 'token' | 'emulator'>): void {
  if (!emulator)
    throw new CommandFailure({
      exit: exitCodes.refused,
      code: 'demo_needs_emulator',
      sentence: {
        pl: `Bramka tej firmy to ${baseUrl}, a wysyłka pokazowa idzie tylko przez emulator SMSAPI na tym komputerze. Nic nie wysłano.`,
        en: `The gateway of this company is ${baseUrl}; the demo only sends through an emulator on this computer.`,
      },
      action: {
        pl: 'Uruchom npm start z nowym folderem danych (GONIEC_HOME), wtedy powstanie firma pokazowa.',
        en: 'Start npm start with a new state folder (GONIEC_HOME): it makes a demo company.',
      },
    });
  if (token === 'stored') return;
  throw new CommandFailure({
    exit: exitCodes.refused,
    code: 'token_missing',
    sentence: { pl: 'Bramka nie ma tokenu.', en: 'The gateway has no token.' },
    action: { pl: 'Uruchom npm start: zapisze token emulatora.', en: 'Run npm start: it stores the token.' },
  });
}

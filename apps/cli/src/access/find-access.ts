import { CommandFailure, usageFailure } from '../failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Access, isKey, isSameServer, isServerUrl, readAccess } from './access.ts';
import type { Places } from './places.ts';

/** Where the access came from: it decides what to advise when the server does not answer. */
export interface FoundAccess extends Access {
  readonly from: 'environment' | 'local' | 'stored';
  /** The file, when there is one. */
  readonly path: string | null;
}

/**
 * Finds a server and a key for it: GONIEC_URL and GONIEC_KEY, then the server running on this computer, then what `goniec
 * login` stored. A GONIEC_HOME that was set means that very server: no other is tried. GONIEC_URL alone picks the key kept
 * for that address.
 */
export async function findAccess(
  places: Places,
  env: Readonly<Record<string, string | undefined>>,
  read: typeof readAccess = readAccess,
): Promise<FoundAccess> {
  const url = env['GONIEC_URL']?.trim();
  const key = env['GONIEC_KEY']?.trim();
  if (url && !isServerUrl(url))
    throw usageFailure('bad_url', {
      pl: `GONIEC_URL=${url}: to nie jest adres http:// ani https://.`,
      en: `GONIEC_URL=${url} is no http(s) address.`,
    });
  if (key && !isKey(key))
    throw usageFailure('bad_key', {
      pl: 'GONIEC_KEY zawiera spacje albo znaki, których klucze API nie mają.',
      en: 'GONIEC_KEY has spaces or characters which API keys do not have.',
    });
  if (url && key) return { url, key, from: 'environment', path: null };
  if (key && !url)
    throw usageFailure('url_missing', {
      pl: 'Jest GONIEC_KEY, a nie ma GONIEC_URL. Podaj też adres serwera, na przykład GONIEC_URL=http://127.0.0.1:7300.',
      en: 'GONIEC_KEY is set and GONIEC_URL is not. Give the address of the server too.',
    });

  const suits = (access: Access | null): access is Access => access !== null && (!url || isSameServer(access.url, url));
  const local = await read(places.local);
  if (suits(local)) return { ...local, from: 'local', path: places.local };
  if (places.isLocalChosen && !url) throw notRunning(places);
  const stored = await read(places.stored);
  if (suits(stored)) return { ...stored, from: 'stored', path: places.stored };
  throw url ? keyMissing(url) : notRunning(places);
}

function notRunning({ local, isLocalChosen }: Places): CommandFailure {
  return new CommandFailure({
    exit: exitCodes.unreachable,
    code: 'server_not_running',
    sentence: {
      pl: `Serwer nie działa${isLocalChosen ? ` w folderze z GONIEC_HOME (brak pliku ${local})` : ''}: uruchom npm start.`,
      en: 'The server is not running: start it with npm start.',
    },
    action: {
      pl: 'Jeżeli Goniec działa na innym komputerze, zapisz dostęp do niego: npx goniec login --url https://adres',
      en: 'For a server on another computer: npx goniec login --url https://address',
    },
  });
}

function keyMissing(url: string): CommandFailure {
  return new CommandFailure({
    exit: exitCodes.notAllowed,
    code: 'key_missing',
    sentence: { pl: `Nie ma klucza do serwera ${url}.`, en: `There is no key for ${url}.` },
    action: {
      pl: `Podaj go w GONIEC_KEY albo zapisz: npx goniec login --url ${url}`,
      en: `Set GONIEC_KEY, or store one: npx goniec login --url ${url}`,
    },
  });
}

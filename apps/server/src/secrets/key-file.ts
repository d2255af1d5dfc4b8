// The root of all stored credentials: 32 random bytes in a file outside the database and its backup (domain-facts 5.1).
import { randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createFileOnce, hasCode } from '../state/atomic-file.ts';

export const KEY_BYTES = 32;
const FILLING_ATTEMPTS = 20;
const FILLING_PAUSE_MS = 50;

export type KeyFileFault = 'too_open' | 'wrong_owner' | 'wrong_size' | 'not_a_file' | 'unreadable' | 'cannot_create';

/** The message is for the administrator who starts the server: what is wrong and what to do. */
export class KeyFileError extends Error {
  readonly code: KeyFileFault;

  constructor(code: KeyFileFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'KeyFileError';
    this.code = code;
  }
}

/**
 * The key in the file; a first start creates it with mode 0600. Processes that start together end with the same key.
 * Throws KeyFileError when the file is of no use, or when others may read it.
 */
export async function loadOrCreateKeyFile(path: string): Promise<Buffer> {
  const existing = await readKeyFile(path);
  if (existing !== null) return existing;
  try {
    await createFileOnce(path, randomBytes(KEY_BYTES));
  } catch (error) {
    throw new KeyFileError(
      'cannot_create',
      `Nie można utworzyć pliku klucza ${path}. Sprawdź, czy folder istnieje, jest na nim miejsce i czy konto, na którym działa Goniec, ma prawo zapisu.`,
      error,
    );
  }
  const created = await readKeyFile(path);
  if (created !== null) return created;
  throw new KeyFileError('cannot_create', `Plik klucza ${path} zniknął zaraz po utworzeniu. Sprawdź, co go usuwa.`);
}

async function readKeyFile(path: string): Promise<Buffer | null> {
  try {
    await using file = await open(path, 'r');
    return await readKey(path, file);
  } catch (error) {
    if (error instanceof KeyFileError) throw error;
    if (hasCode(error, 'ENOENT')) return null;
    throw new KeyFileError(
      'unreadable',
      `Nie można odczytać pliku klucza ${path}. Nadaj prawo odczytu kontu, na którym działa Goniec, albo wskaż inny plik w GONIEC_KEY_FILE.`,
      error,
    );
  }
}

async function readKey(path: string, file: FileHandle): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    const { mode, uid, size } = await file.stat();
    const isFile = (mode & 0o170000) === 0o100000;
    const fault = keyFileFault(path, { isFile, permissions: mode & 0o777, owner: uid, size }, currentUser());
    // Where there are no links, a file that another process creates right now may be met before it is filled.
    const beingFilled = fault?.code === 'wrong_size' && size < KEY_BYTES && attempt < FILLING_ATTEMPTS;
    if (fault === null) return await readExactly(path, file);
    if (!beingFilled) throw fault;
    await delay(FILLING_PAUSE_MS);
  }
}

async function readExactly(path: string, file: FileHandle): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(KEY_BYTES), 0, KEY_BYTES, 0);
  if (bytesRead !== KEY_BYTES) throw wrongSize(path, bytesRead);
  return buffer;
}

export interface KeyFileFacts {
  readonly isFile: boolean;
  /** The nine permission bits. */
  readonly permissions: number;
  readonly owner: number;
  readonly size: number;
}

/**
 * What is wrong with the file, if anything. `user` is null where owners and modes mean nothing (Windows). Root may own the
 * file of any user: that is how containers mount a secret, and only then may the group read it.
 */
export function keyFileFault(path: string, facts: KeyFileFacts, user: number | null): KeyFileError | null {
  if (!facts.isFile) {
    return new KeyFileError('not_a_file', `${path} nie jest plikiem. Wskaż w GONIEC_KEY_FILE plik klucza, nie folder.`);
  }
  if (user !== null) {
    if (facts.owner !== user && facts.owner !== 0) {
      return new KeyFileError(
        'wrong_owner',
        `Plik klucza ${path} należy do innego konta (uid ${facts.owner}), a Goniec działa jako uid ${user}. Zmień właściciela pliku (chown ${user} "${path}") albo uruchom Gońca z właściwego konta.`,
      );
    }
    const forbidden = facts.owner === user ? 0o077 : 0o037;
    if ((facts.permissions & forbidden) !== 0) {
      return new KeyFileError(
        'too_open',
        `Plik klucza ${path} jest dostępny dla innych kont na tym komputerze (prawa ${facts.permissions.toString(8)}). Uruchom: chmod 600 "${path}" (dla sekretu w kontenerze: tryb 0400 lub 0440). Jeśli ktoś mógł go skopiować, wygeneruj też nowe tokeny w panelu bramki.`,
      );
    }
  }
  return facts.size === KEY_BYTES ? null : wrongSize(path, facts.size);
}

function wrongSize(path: string, size: number): KeyFileError {
  return new KeyFileError(
    'wrong_size',
    `Plik klucza ${path} ma ${size} B zamiast ${KEY_BYTES}: jest uszkodzony albo to inny plik. Przywróć go z kopii. Jeśli jej nie ma, usuń plik: powstanie nowy klucz, a tokeny bramek trzeba będzie wpisać ponownie.`,
  );
}

const currentUser = (): number | null => process.geteuid?.() ?? null;

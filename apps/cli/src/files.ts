import { openAsBlob } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { usageFailure, type CommandFailure } from './failure.ts';

/** A file to upload, read while it is sent. */
export async function openUpload(path: string): Promise<Blob> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    return await openAsBlob(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A text that a person wrote into a file, in UTF-8, with or without a byte order mark and a last line break. */
export async function readTextFile(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return tidyText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw usageFailure('file_not_utf8', {
      pl: `Plik ${path} nie jest zapisany w UTF-8. Zapisz go w tym kodowaniu (w Notatniku: Zapisz jako, Kodowanie UTF-8).`,
      en: `${path} is not in UTF-8.`,
    });
  }
}

/** Without the line break that editors and `echo` put at the end. */
export const tidyText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');

/** Writes a CSV that spreadsheets open in the right encoding: with a byte order mark, which fetch takes away. */
export async function saveCsv(path: string, csv: string): Promise<void> {
  await save(path, csv.startsWith('\uFEFF') ? csv : `\uFEFF${csv}`);
}

export async function saveBlob(path: string, blob: Blob): Promise<void> {
  await save(path, blob.stream());
}

async function save(path: string, content: string | AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw usageFailure('file_not_written', {
      pl: `Nie można zapisać pliku ${path} (${codeOf(error)}).`,
      en: `${path} cannot be written (${codeOf(error)}).`,
    });
  }
}

function unreadable(path: string, error: unknown): CommandFailure {
  const code = codeOf(error);
  const why = code === 'ENOENT' ? 'nie ma takiego pliku' : code === 'EISDIR' ? 'to jest folder' : code;
  return usageFailure('file_unreadable', {
    pl: `Nie można przeczytać ${path}: ${why}.`,
    en: `${path} cannot be read (${code}).`,
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : error.message
    : String(error);

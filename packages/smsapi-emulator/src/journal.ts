import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Event } from './state/events.ts';

/** Where accepted messages survive the emulator's own death. */
export interface Journal {
  /** Resolves when the lines are with the operating system (or on the disk, with `fsync`). */
  append(events: readonly Event[]): Promise<void>;
  close(): Promise<void>;
}

export const memoryOnly: Journal = { append: () => Promise.resolve(), close: () => Promise.resolve() };

export const JOURNAL_FILE = 'journal.jsonl';

const NEWLINE = 10;
const TAIL_BLOCK = 64 * 1024;

/**
 * A process killed in the middle of a write leaves half a line. It was never answered, so it is cut off:
 * otherwise the next line would be glued to it and both would be lost.
 */
const cutTornLine = async (path: string): Promise<void> => {
  const file = await open(path, 'a+');
  try {
    let end = (await file.stat()).size;
    const size = end;
    const block = Buffer.alloc(TAIL_BLOCK);
    while (end > 0) {
      const from = Math.max(0, end - TAIL_BLOCK);
      const { bytesRead } = await file.read(block, 0, end - from, from);
      const newline = block.subarray(0, bytesRead).lastIndexOf(NEWLINE);
      if (newline >= 0) {
        end = from + newline + 1;
        break;
      }
      end = from;
    }
    if (end < size) await file.truncate(end);
  } finally {
    await file.close();
  }
};

/** What the emulator itself wrote is trusted in its details, but not to be whole. */
const isEvent = (value: unknown): value is Event =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const parseLine = (line: string, lineNumber: number, path: string): Event => {
  const damaged = `Line ${lineNumber} of ${path} is damaged. Move the file away to start afresh, or remove that line.`;
  try {
    const value: unknown = JSON.parse(line);
    if (isEvent(value)) return value;
  } catch (cause) {
    throw new Error(damaged, { cause });
  }
  throw new Error(damaged);
};

/** Hands over every event of the journal, oldest first. Returns the size of the file in bytes. */
export const replayJournal = async (folder: string, onEvent: (event: Event) => void): Promise<number> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, JOURNAL_FILE);
  await cutTornLine(path);
  let lineNumber = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line !== '') onEvent(parseLine(line, lineNumber, path));
  }
  return (await stat(path)).size;
};

/** Writes a fresh journal beside the old one and puts it in its place in one step. */
export const rewriteJournal = async (folder: string, events: Iterable<Event>): Promise<void> => {
  const fresh = join(folder, `${JOURNAL_FILE}.new`);
  const file = await open(fresh, 'w');
  try {
    for (const event of events) await file.appendFile(`${JSON.stringify(event)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(fresh, join(folder, JOURNAL_FILE));
};

/**
 * Lines that arrive while a write is under way share the next one (and the next sync),
 * so a busy emulator pays for the disk once per turn, not once per request.
 */
export const openJournal = async (folder: string, settings: { readonly fsync: boolean }): Promise<Journal> => {
  const file = await open(join(folder, JOURNAL_FILE), 'a');
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  const writeBatch = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    next = undefined;
    await writeAll(file, lines, settings.fsync);
  };

  return {
    append(events) {
      for (const event of events) waiting.push(`${JSON.stringify(event)}\n`);
      // A failed write fails its own callers; the ones after it try again on their own.
      next ??= writing = writing.then(writeBatch, writeBatch);
      return next;
    },
    async close() {
      await writing.catch(() => undefined);
      await file.close();
    },
  };
};

const writeAll = async (file: FileHandle, lines: readonly string[], fsync: boolean): Promise<void> => {
  await file.appendFile(lines.join(''));
  if (fsync) await file.datasync();
};

import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { type Entry, fromBufferPromise } from 'yauzl';

/** A workbook that would take more room than a file may: refused before, or while, it is unpacked. */
export class WorkbookTooLarge extends Error {}

/** Not a zip, a part missing, or not XML. */
export class WorkbookUnreadable extends Error {}

/** Bytes of all parts that are read, unpacked: about four times what the same rows take as CSV, of which 64 MiB are accepted. */
const UNPACKED_BYTES = 384 * 1024 * 1024;

/** A workbook has some dozens of parts. */
const MOST_PARTS = 10_000;

/** What somebody reads in a part; names come without their prefix (`x:row` is `row`). */
export interface PartReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

export interface Archive {
  readonly has: (path: string) => boolean;
  /** Reads a part while it is unpacked, piece by piece: others are served in between. */
  readonly read: (path: string, reader: PartReader) => Promise<void>;
}

/** Runs `work` on the parts of a workbook. What is wrong with the file comes out as one of the two errors above. */
export async function withArchive<T>(
  bytes: Uint8Array,
  work: (archive: Archive) => Promise<T>,
  mostBytes = UNPACKED_BYTES,
): Promise<T> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true }).catch(unreadable);
  if (zip.entryCount > MOST_PARTS) throw new WorkbookTooLarge();
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(pathOf(entry.fileName), entry);
  } catch (error) {
    unreadable(error);
  }
  let unpacked = 0;
  return work({
    has: (path) => entries.has(pathOf(path)),
    read: async (path, reader) => {
      const entry = entries.get(pathOf(path));
      if (!entry?.canDecodeFileData()) throw new WorkbookUnreadable(`no part ${path}`);
      // what a part declares is what it has: yauzl breaks off one that turns out longer
      unpacked += entry.uncompressedSize;
      if (unpacked > mostBytes) throw new WorkbookTooLarge();
      try {
        await parse(await zip.openReadStreamPromise(entry), reader);
      } catch (error) {
        unreadable(error);
      }
    },
  });
}

async function parse(pieces: AsyncIterable<unknown>, reader: PartReader): Promise<void> {
  const parser = new SaxesParser({});
  const { open, text, close } = reader;
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  const decoder = new StringDecoder('utf8');
  for await (const piece of pieces) if (piece instanceof Uint8Array) parser.write(decoder.write(piece));
  parser.write(decoder.end()).close();
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Some programs write other capitals, a leading slash or backslashes. */
const pathOf = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function unreadable(cause: unknown): never {
  if (cause instanceof WorkbookTooLarge) throw cause;
  throw new WorkbookUnreadable('not a workbook', { cause });
}

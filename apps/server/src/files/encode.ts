import iconv from 'iconv-lite';
import type { FileEncoding } from './decode.ts';

/** The bytes of a text in an encoding, without a byte order mark; throws when the encoding lacks one of the characters. */
export function encodeFile(text: string, encoding: FileEncoding): Uint8Array {
  const bytes = iconv.encode(text, encoding);
  if (iconv.decode(bytes, encoding, { stripBOM: false }) !== text) {
    throw new RangeError(`The text has characters that ${encoding} cannot write.`);
  }
  return bytes;
}

import type { Fields } from './fields.ts';

/** Charsets `sms.do` knows (dossier 2.1, `encoding`), as the platform's decoder calls them. */
const CHARSETS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'iso-8859-1': 'iso-8859-1',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-3': 'iso-8859-3',
  'iso-8859-4': 'iso-8859-4',
  'iso-8859-5': 'iso-8859-5',
  'iso-8859-7': 'iso-8859-7',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
};

export const isKnownCharset = (name: string): boolean => Object.hasOwn(CHARSETS, name.toLowerCase());

const NOT_PLAIN = /[%\u0080-\u00ff]/;
const PERCENT = 37;

/** By the character's code: a table, for a text of Polish letters is mostly escapes. */
const HEX_VALUES = Int8Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

/** -1 for a character that is no hexadecimal digit, and beyond the end of the text. */
const hexAt = (raw: string, index: number): number => HEX_VALUES[raw.charCodeAt(index)] ?? -1;

const bytesOf = (raw: string): Buffer => {
  const bytes = Buffer.allocUnsafe(raw.length);
  let length = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const code = raw.charCodeAt(index);
    const high = code === PERCENT ? hexAt(raw, index + 1) : -1;
    const low = high < 0 ? -1 : hexAt(raw, index + 2);
    bytes[length] = low < 0 ? code : high * 16 + low;
    length += 1;
    if (low >= 0) index += 2;
  }
  return bytes.subarray(0, length);
};

type Decode = (raw: string) => string;

const decoderOf = (charset: string): Decode => {
  const decoder = new TextDecoder(CHARSETS[charset.toLowerCase()] ?? 'utf-8');
  return (raw) => {
    const spaced = raw.includes('+') ? raw.replaceAll('+', ' ') : raw;
    return NOT_PLAIN.test(spaced) ? decoder.decode(bytesOf(spaced)) : spaced;
  };
};

/** A node while brackets are being put together: a value, or named children. */
type Node = string | Map<string, Node>;

const MAX_DEPTH = 4;

/** `fallback[0][type]` → ['fallback', '0', 'type'] */
const pathOf = (key: string): string[] => {
  const open = key.indexOf('[');
  if (open <= 0 || !key.endsWith(']')) return [key];
  const inner = key.slice(open + 1, -1).split('][');
  return inner.length < MAX_DEPTH ? [key.slice(0, open), ...inner] : [key];
};

const put = (root: Map<string, Node>, path: readonly string[], value: string): void => {
  let node = root;
  for (const [depth, part] of path.entries()) {
    const name = part === '' ? String(node.size) : part;
    if (depth === path.length - 1) {
      node.set(name, value);
      return;
    }
    const child = node.get(name);
    const next = child instanceof Map ? child : new Map<string, Node>();
    node.set(name, next);
    node = next;
  }
};

const assemble = (node: Node): unknown => {
  if (typeof node === 'string') return node;
  const entries = [...node];
  if (!entries.every(([name]) => /^\d+$/.test(name))) {
    return Object.fromEntries(entries.map(([name, child]) => [name, assemble(child)]));
  }
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, child]) => assemble(child));
};

/** The value of `encoding` itself: ASCII in every charset, so it can be read before the charset is known. */
export const charsetIn = (raw: string): string | null => {
  const found = /(?:^|&)encoding=([^&]*)/.exec(raw)?.[1];
  return found === undefined || found === '' ? null : bytesOf(found).toString('latin1');
};

/**
 * Fields of a query string or a form body. `raw` holds one character per byte (latin1), because the percent escapes
 * and bare bytes of a form in windows-1250 mean something else than in UTF-8.
 */
export const parseForm = (raw: string, charset: string): Fields => {
  const decode = decoderOf(charset);
  const root = new Map<string, Node>();
  for (const pair of raw.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const key = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    if (key.includes('[')) put(root, pathOf(key), value);
    else root.set(key, value);
  }
  const fields = new Map<string, unknown>();
  for (const [name, node] of root) fields.set(name, assemble(node));
  return fields;
};

import { isUpload } from '../http/multipart.ts';
import { isRecord } from '../http/fields.ts';

const HIDDEN = '***';

/** Named values of forms, queries and JSON that let somebody in. */
const NAMED = /((?:access_token|password)(?:(?:\]|%5D)?=|"\s*:\s*"))[^&"\s]*/gi;
const SECRET_FIELDS: ReadonlySet<string> = new Set(['access_token', 'password', 'api_password']);
const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** A text without the token and without anybody's password. */
export const hideIn = (text: string, token: string): string => {
  const named = NAMED.test(text) ? text.replaceAll(NAMED, `$1${HIDDEN}`) : text;
  NAMED.lastIndex = 0;
  return token === '' ? named : named.replaceAll(token, HIDDEN);
};

/** Headers as they came; of those that let somebody in only the scheme is left. */
export const hideInHeaders = (
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> => {
  const shown: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const text = typeof value === 'string' ? value : value.join(', ');
    shown.push([name, SECRET_HEADERS.has(name) ? text.replace(/^(\w+ )?.*$/s, `$1${HIDDEN}`) : text]);
  }
  return Object.fromEntries(shown);
};

/** Of a file that came along only its size is worth a line. */
const hideInside = (value: unknown): unknown => {
  if (isUpload(value)) return { filename: value.filename, contentType: value.contentType, bytes: value.bytes.length };
  return isRecord(value) ? hideInEntries(Object.entries(value)) : value;
};

/** Passwords of a subuser lie one level deeper: `credentials[password]`. */
const hideInEntries = (entries: Iterable<readonly [string, unknown]>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...entries].flatMap(([name, value]) => (SECRET_FIELDS.has(name) ? [] : [[name, hideInside(value)]])),
  );

/** Fields as they were understood, without those that let somebody in. */
export const hideInFields = (fields: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> =>
  hideInEntries(fields);

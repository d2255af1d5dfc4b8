import { isUpload } from '../http/multipart.ts';
import { isRecord } from '../http/fields.ts';

const HIDDEN = '***';

/** Named values of forms, queries and JSON that let somebody in. */
const NAMED = /((?:access_token|password)(?:(?:\]|%5D)?=|"\s*:\s*"))[^&"\s]*/gi;
const SECRET_FIELDS: ReadonlySet<string> = new Set(['access_token', 'password', 'api_password']);
const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

const withoutToken = (text: string, token: string): string => (token === '' ? text : text.replaceAll(token, HIDDEN));

/** A text without the token and without anybody's password. */
export const hideIn = (text: string, token: string): string => {
  const named = NAMED.test(text) ? text.replaceAll(NAMED, `$1${HIDDEN}`) : text;
  NAMED.lastIndex = 0;
  return withoutToken(named, token);
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

/** Of a file that came along only its size is worth a line; passwords of a subuser lie one level deeper. */
const hideInside = (value: unknown, token: string): unknown => {
  if (typeof value === 'string') return withoutToken(value, token);
  if (isUpload(value)) return { filename: value.filename, contentType: value.contentType, bytes: value.bytes.length };
  return isRecord(value) ? hideInFields(Object.entries(value), token) : value;
};

/** Fields as they were understood, without those that let somebody in. */
export const hideInFields = (
  fields: Iterable<readonly [string, unknown]>,
  token: string,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) => (SECRET_FIELDS.has(name) ? [] : [[name, hideInside(value, token)]])),
  );

import type { Fields } from './fields.ts';

/** A file in a request. Its bytes are looked at once and not kept. */
export interface UploadedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export const isUpload = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);

/** A field that came as a file; null when it is absent or came as text. */
export const fileOf = (fields: Fields, name: string): UploadedFile | null => {
  const value = fields.get(name);
  return isUpload(value) ? value : null;
};

export const boundaryOf = (contentType: string): string | null => {
  const found = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
};

const HEAD_END = Buffer.from('\r\n\r\n');

/** In quotes, or bare as .NET writes it. */
const parameterIn = (head: string, name: string): string | null => {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(head);
  return found?.[1] ?? found?.[2] ?? null;
};

const partOf = (raw: Buffer): readonly [string, string | UploadedFile] | null => {
  const headEnd = raw.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = raw.subarray(0, headEnd).toString('utf8');
  const name = parameterIn(head, 'name');
  if (name === null) return null;
  const bytes = raw.subarray(headEnd + HEAD_END.length);
  const filename = parameterIn(head, 'filename');
  if (filename === null) return [name, bytes.toString('utf8')];
  const contentType = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream';
  return [name, { filename, contentType, bytes }];
};

/**
 * Fields and files of a `multipart/form-data` body (RFC 7578); null when it is not one.
 * Texts are UTF-8: every official client sends them so.
 */
export const parseMultipart = (body: Buffer, boundary: string): Fields | null => {
  // A boundary stands at the beginning of a line; the first one may stand at the beginning of the body.
  const mark = Buffer.from(`\r\n--${boundary}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const fields = new Map<string, unknown>();
  let from = whole.indexOf(mark);
  if (from < 0) return null;
  for (;;) {
    const start = from + mark.length;
    // Two dashes after the boundary end the body; otherwise a line break begins the next part.
    if (whole.subarray(start, start + 2).toString('latin1') === '--') return fields;
    const next = whole.indexOf(mark, start);
    if (next < 0) return null;
    from = next;
    // A form without fields: .NET leaves an empty part in it.
    if (next === start + 2) continue;
    const part = partOf(whole.subarray(start + 2, next));
    if (part === null) return null;
    fields.set(...part);
  }
};

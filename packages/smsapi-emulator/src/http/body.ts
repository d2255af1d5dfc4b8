import type { IncomingMessage } from 'node:http';
import { isRecord, mergeFields, NO_FIELDS, type Fields } from './fields.ts';
import { charsetIn, parseForm } from './form.ts';
import { boundaryOf, parseMultipart } from './multipart.ts';

/** Large enough for 10 000 recipients with parameters; more than that is a mistake. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Collects a body; null when it is larger than anything the gateway would take, or cut off by the client. */
export const readBody = (request: IncomingMessage): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What is too much is still read, for a client cannot see an answer while it is writing; it is not kept.
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => resolve(size > MAX_BODY_BYTES ? null : joined(chunks)));
    request.on('close', () => resolve(null));
  });

const joined = (chunks: readonly Buffer[]): Buffer => {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
};

export interface ParsedRequest {
  readonly fields: Fields;
  /** The body claimed to be JSON and was not an object, or to be multipart and was not. */
  readonly malformed: boolean;
}

const parseParts = (bytes: Buffer, contentType: string): Fields | null => {
  if (bytes.length === 0) return NO_FIELDS;
  const boundary = boundaryOf(contentType);
  return boundary === null ? null : parseMultipart(bytes, boundary);
};

const parseJson = (bytes: Buffer): Fields | null => {
  if (bytes.length === 0) return NO_FIELDS;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isRecord(value) ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
};

/**
 * Puts query and body together; a field in both is taken from the body.
 * The vendor's own client sends `Content-Type: application/json` with an empty body on every GET and DELETE
 * (dossier 1.5, trap 2), so an empty JSON body is no error.
 */
export const parseRequest = (
  query: string,
  contentType: string,
  bytes: Buffer,
  defaultCharset: string,
): ParsedRequest => {
  const type = contentType.toLowerCase();
  const isMultipart = type.startsWith('multipart/form-data');
  const queryFields = (): Fields => (query === '' ? NO_FIELDS : parseForm(query, charsetIn(query) ?? defaultCharset));
  // A table has no fields; whoever takes one reads the bytes.
  if (type.startsWith('text/csv')) return { fields: queryFields(), malformed: false };
  if (bytes.length === 0 || isMultipart || type.includes('json')) {
    const bodyFields = isMultipart ? parseParts(bytes, contentType) : parseJson(bytes);
    return { fields: mergeFields(queryFields(), bodyFields ?? NO_FIELDS), malformed: bodyFields === null };
  }
  const body = bytes.toString('latin1');
  const charset = charsetIn(body) ?? charsetIn(query) ?? defaultCharset;
  return { fields: mergeFields(parseForm(query, charset), parseForm(body, charset)), malformed: false };
};

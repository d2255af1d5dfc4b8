import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';
import { sinkOf } from './sink.ts';

/** Content type and length come from the reply; a reply that streams has no length. */
export const headersOf = (reply: Reply): Record<string, string> => {
  const headers: Record<string, string> = { ...reply.headers };
  if (reply.contentType !== null) headers['content-type'] = reply.contentType;
  if (reply.status !== 204 && reply.stream === undefined)
    headers['content-length'] = String(Buffer.byteLength(reply.body));
  return headers;
};

export const writeReply = (response: ServerResponse, reply: Reply): void => {
  if (response.destroyed) return;
  response.writeHead(reply.status, headersOf(reply));
  if (reply.stream === undefined) response.end(reply.body);
  else reply.stream(sinkOf(response));
};

import type { Handler } from './call.ts';
import { problem } from './reply.ts';

const READABLE =
  /^\s*(?:application\/(?:[\w.+-]*\+)?json|application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** 415 for a body that is neither JSON nor a form (dossier 1.4); a body without a type is read as a form. */
export const readable =
  (handler: Handler): Handler =>
  (core, call) =>
    call.bytes.length > 0 && call.contentType !== '' && !READABLE.test(call.contentType)
      ? problem(415, 'unsupported_media_type', 'Unsupported media type')
      : handler(core, call);

import { refuse, type ErrorCode } from '../errors.ts';
import { codeReply, refusalReply } from '../send/reply.ts';
import type { Switches } from '../switches.ts';
import type { Access, Call } from './call.ts';
import { textOf } from './fields.ts';
import { problem, type Reply } from './reply.ts';

/** Whether the header carries this very token as a bearer token. */
export const isBearer = (authorization: string, token: string): boolean =>
  /^bearer +(.+)$/i.exec(authorization)?.[1] === token;

const hasToken = (call: Call, token: string): boolean =>
  isBearer(call.authorization, token) || textOf(call.fields, 'access_token') === token;

/** Login and password are an older way in, which this emulator does not open: 102, as for a wrong password. */
const codeFor = (call: Call): ErrorCode =>
  call.authorization.toLowerCase().startsWith('basic ') || call.fields.has('username') ? 102 : 101;

/** What an unwelcome caller gets to read; null for a welcome one. */
export const denyAccess = (
  access: Access,
  call: Call,
  rules: {
    readonly token: string;
    readonly isTokenRevoked: boolean;
    readonly isLocal: boolean;
    readonly switches: Switches;
  },
): Reply | null => {
  const isWelcome = hasToken(call, rules.token) && (access === 'admin' || !rules.isTokenRevoked);
  if (access === 'open' || isWelcome) return null;
  if (access === 'legacy') {
    return refusalReply(refuse(codeFor(call)), call.asJson, rules.switches.badTokenStatus);
  }
  if (access === 'admin' && rules.isLocal) return null;
  const message = access === 'admin' ? 'The token is needed, or a caller on this machine' : 'Authorization failed';
  return problem(401, 'authorization_failed', message);
};

export const wrongMethod = (path: string, asJson: boolean): Reply =>
  path.endsWith('.do') ? codeReply(1001, asJson) : problem(405, 'method_not_allowed', 'Method not allowed');

import type { Core } from '../core.ts';
import type { FaultReply, FaultRule } from '../faults.ts';
import { codeReply } from '../send/reply.ts';
import { denyAccess, wrongMethod } from './access.ts';
import type { Prepared } from './prepare.ts';
import { invalidData, notFound, type Reply } from './reply.ts';

/** Everything that can be said without a fault: the road, access, syntax, then the endpoint itself. */
export const answer = async (core: Core, prepared: Prepared): Promise<Reply> => {
  const { call, found, malformed } = prepared;
  if (found === 'other-method') return wrongMethod(call.path, call.asJson);
  if (found === 'nothing') return notFound();
  const { access, handler } = found.route;
  const { switches, isTokenRevoked } = core.settings();
  const { isLocal } = prepared;
  const denied = denyAccess(access, call, { token: core.token, isTokenRevoked, isLocal, switches });
  if (denied !== null) return denied;
  if (malformed) {
    return access === 'legacy' ? codeReply(8, call.asJson) : invalidData('', 'The body is not a JSON object', null);
  }
  return handler(core, call);
};

/** Faults that show the endpoint's own answer, so that it has to be asked. */
const SHOW_PROPER: ReadonlySet<FaultReply['kind']> = new Set(['slow', 'omit', 'drip', 'content-type']);

/** What a fault starts from: the endpoint's answer when the request is to be heard, an internal error when not. */
export const answerUnderFault = async (core: Core, prepared: Prepared, fault: FaultRule): Promise<Reply> => {
  const { reply, accepted } = fault;
  // The text reply is what the service sends when it fails to see `format=json`.
  const call = reply.kind === 'text' ? { ...prepared.call, asJson: false } : prepared.call;
  const isHeard = accepted || SHOW_PROPER.has(reply.kind);
  const proper = isHeard ? await answer(core, { ...prepared, call }) : codeReply(201, call.asJson);
  return reply.kind === 'error' ? codeReply(reply.code, call.asJson) : proper;
};

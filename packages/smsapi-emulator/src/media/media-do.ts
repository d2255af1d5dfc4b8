import type { Handler } from '../http/call.ts';
import { acceptedReply, refusalReply } from '../send/reply.ts';
import { parseSendRequest } from '../send/request.ts';
import { cancelMessages, tellStatuses } from '../send/sms-do.ts';
import { forgetIdx } from '../state/events.ts';
import { decideMedia } from './decide.ts';

/** The older shape of a reply: no parts, no details of a text, no spoken copies (fixtures of PY and GO). */
const send =
  (channel: 'mms' | 'vms'): Handler =>
  async (core, { fields, asJson }) => {
    const { store, clock, seed, runner } = core;
    const settings = core.settings();
    const now = clock.now();
    forgetIdx(store, now, core.keepIdx);
    const request = { ...parseSendRequest(fields), details: false, fallback: 'none' as const };
    const decision = decideMedia(channel, fields, request, { store, settings, seed, now });
    if (!decision.ok) return refusalReply(decision.refusal, asJson);
    const { accepted, invalidNumbers, events } = decision;
    await core.record(...events);
    if (!request.test) runner.start(accepted.items.map(([id]) => id));
    const switches = { ...settings.switches, partsInReply: false };
    return acceptedReply({ request, accepted, invalidNumbers, switches, seed, asJson });
  };

/** `mms.do` and `vms.do`, like `sms.do`, send, take back scheduled messages and tell statuses. */
const mediaDo = (channel: 'mms' | 'vms'): Handler => {
  const sendMedia = send(channel);
  return (core, call) => {
    if (call.fields.has('sch_del')) return cancelMessages(channel)(core, call);
    return call.fields.has('status') ? tellStatuses(channel)(core, call) : sendMedia(core, call);
  };
};

export const mmsDo: Handler = mediaDo('mms');
export const vmsDo: Handler = mediaDo('vms');

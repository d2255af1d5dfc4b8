import type { Handler } from '../http/call.ts';
import { filledText } from '../http/fields.ts';
import type { Reply } from '../http/reply.ts';
import type { Channel } from '../media/shapes.ts';
import { forgetIdx } from '../state/events.ts';
import { cancelReply, decideCancel } from './cancel.ts';
import { decideSend } from './decide.ts';
import { acceptedReply, refusalReply } from './reply.ts';
import { parseSendRequest } from './request.ts';
import { findStatuses, statusReply } from './status.ts';

const send: Handler = async (core, { fields, asJson }): Promise<Reply> => {
  const { store, clock, seed, runner } = core;
  const settings = core.settings();
  const now = clock.now();
  forgetIdx(store, now, core.keepIdx);
  const request = parseSendRequest(fields);
  const decision = decideSend(request, { store, settings, seed, now });
  if (!decision.ok) return refusalReply(decision.refusal, asJson);
  const { accepted, invalidNumbers, events } = decision;
  await core.record(...events);
  if (!request.test) runner.start(accepted.items.map(([id]) => id));
  return acceptedReply({ request, accepted, invalidNumbers, switches: settings.switches, seed, asJson });
};

/** `sch_del=`: takes back scheduled messages of one kind. */
export const cancelMessages =
  (channel: Channel): Handler =>
  async ({ store, clock, runner, record }, { fields, asJson }) => {
    const decision = decideCancel(filledText(fields, 'sch_del') ?? '', store, clock.now(), channel);
    if (!decision.ok) return refusalReply(decision.refusal, asJson);
    runner.cancel(decision.ids);
    await record(decision.event);
    return cancelReply(decision.ids, asJson);
  };

/** `status=`: tells how far messages of one kind have come. */
export const tellStatuses =
  (channel: Channel): Handler =>
  ({ store, settings }, { fields, asJson }) => {
    const { switches } = settings();
    const answer = findStatuses(filledText(fields, 'status') ?? '', store, switches, channel);
    return answer.ok ? statusReply(answer.items, asJson, switches) : refusalReply(answer.refusal, asJson);
  };

const cancel = cancelMessages('sms');
const status = tellStatuses('sms');

/** `sms.do` is three endpoints in one: it sends, takes back scheduled messages, and tells statuses. */
export const smsDo: Handler = (core, call) => {
  if (call.fields.has('sch_del')) return cancel(core, call);
  return call.fields.has('status') ? status(core, call) : send(core, call);
};

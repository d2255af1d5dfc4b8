import type { SenderStatus } from '../account.ts';
import { sendReport, setSenderStatus, setSpeed, setSwitches } from '../control.ts';
import type { Handler } from '../http/call.ts';
import { filledText } from '../http/fields.ts';
import { empty, json, notFound, problem, type Reply } from '../http/reply.ts';
import { putOnList } from '../rest/number-lists.ts';
import { normalizeNumber } from '../send/recipients.ts';
import { numberIn } from './parse.ts';

const wrong = (message: string): Reply => problem(400, 'invalid_request_data', message);
const done = (): Reply => empty(204);

export const putSpeed: Handler = (core, { fields }) => {
  const speed = numberIn(fields, 'speed');
  if (speed === null || speed <= 0) return wrong('Field speed must be a number above 0.');
  setSpeed(core, speed);
  return done();
};

export const putSwitches: Handler = (core, { fields }) => {
  const faults = setSwitches(core, Object.fromEntries(fields));
  return faults.length === 0 ? done() : wrong(faults.join(' '));
};

export const postReport: Handler = (core, { fields }) => {
  const id = filledText(fields, 'id');
  const status = numberIn(fields, 'status');
  if (id === null || status === null) return wrong('Fields id and status are needed.');
  return sendReport(core, id, status, filledText(fields, 'url') ?? undefined)
    ? empty(202)
    : wrong('No such message, or it has no address for reports.');
};

export const pauseReports: Handler = ({ dispatcher }) => {
  dispatcher.pause();
  return done();
};

export const resumeReports: Handler = ({ dispatcher }) => {
  dispatcher.resume();
  return done();
};

const NO_RECEIVER = 'No active callback of type sms_mo takes texts to that number: create one with POST /callbacks.';

export const postIncoming: Handler = async (core, { fields }) => {
  const from = filledText(fields, 'from');
  const text = filledText(fields, 'text');
  if (from === null || text === null) return wrong('Fields from and text are needed.');
  const to = filledText(fields, 'to');
  const replyTo = filledText(fields, 'replyTo');
  const outcome = await core.inbox.receive({
    from,
    text,
    ...(to === null ? {} : { to }),
    ...(replyTo === null ? {} : { replyTo }),
  });
  return json(202, outcome.hasReceiver ? outcome : { ...outcome, message: NO_RECEIVER });
};

const SENDER_STATUSES: readonly SenderStatus[] = ['ACTIVE', 'INACTIVE', 'PENDING', 'REJECTED', 'DELETED'];

export const putSender: Handler = async (core, { fields, params }) => {
  const status = SENDER_STATUSES.find((known) => known === fields.get('status'));
  if (status === undefined) return wrong(`Field status must be one of: ${SENDER_STATUSES.join(', ')}.`);
  return (await setSenderStatus(core, params['sender'] ?? '', status)) ? done() : notFound();
};

export const postOptOut: Handler = async (core, { fields }) => {
  const number = normalizeNumber(filledText(fields, 'number') ?? '', true);
  if (number === null) return wrong('Field number must be a phone number.');
  return json(201, await putOnList(core, 'optOuts', number, null));
};

export const postReset: Handler = async (core) => {
  await core.reset();
  return done();
};

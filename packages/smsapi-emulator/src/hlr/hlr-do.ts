import type { Handler } from '../http/call.ts';
import { json, text, type Reply } from '../http/reply.ts';
import { showPoints, toPoints } from '../points.ts';
import { refusalReply } from '../send/reply.ts';
import type { Switches } from '../switches.ts';
import { decideHlr, parseHlrRequest, type HlrAnswer } from './decide.ts';

const show = (answer: HlrAnswer, switches: Switches): Readonly<Record<string, unknown>> => {
  if ('error' in answer) return { status: 'ERROR', error: answer.error, number: answer.number };
  const { id, number, price } = answer.lookup;
  return { status: 'OK', number, id, price: showPoints(price, switches.points) };
};

const asText = (answer: HlrAnswer, isAlone: boolean): string => {
  const number = isAlone ? '' : `:${'error' in answer ? answer.number : answer.lookup.number}`;
  if ('error' in answer) return `ERROR:${answer.error}${number}`;
  return `OK:${answer.lookup.id}:${toPoints(answer.lookup.price)}${number}`;
};

/** One number is answered by an object, several by a list (JS, dossier 7.5). */
const reply = (answers: readonly HlrAnswer[], asJson: boolean, switches: Switches): Reply => {
  const [only, ...others] = answers;
  const isAlone = others.length === 0;
  if (!asJson) return text(200, answers.map((answer) => asText(answer, isAlone)).join(';'));
  const shown = answers.map((answer) => show(answer, switches));
  const code = isAlone && only !== undefined && 'error' in only ? { code: only.error } : {};
  return { ...json(200, isAlone ? shown[0] : shown), ...code };
};

/** `hlr.do`: is there a handset behind the number, and in which network? The result follows by the `hlr` callback. */
export const hlrDo: Handler = async (core, { fields, asJson }) => {
  const { store, clock, seed } = core;
  const settings = core.settings();
  const decision = decideHlr(parseHlrRequest(fields), { store, settings, seed, now: clock.now() });
  if (!decision.ok) return refusalReply(decision.refusal, asJson);
  await core.record(...decision.events);
  core.notices.start(decision.notices);
  return reply(decision.answers, asJson, settings.switches);
};

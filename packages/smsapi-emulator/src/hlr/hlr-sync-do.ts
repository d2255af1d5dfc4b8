import type { Handler } from '../http/call.ts';
import { json, text } from '../http/reply.ts';
import { showPoints, toPoints } from '../points.ts';
import { firstNetworkOf, networkOf } from '../networks.ts';
import { refusalReply } from '../send/reply.ts';
import type { Switches } from '../switches.ts';
import { decideHlr, parseHlrRequest, type HlrAnswer } from './decide.ts';

/** Names and types as the clients read them; that `info` holds the state is a guess (E). */
const show = (answer: HlrAnswer, switches: Switches): Readonly<Record<string, unknown>> => {
  if ('error' in answer) return { status: 'ERROR', error: answer.error, number: answer.number };
  const { id, number, status, at, price } = answer.lookup;
  const network = status === 'active' ? networkOf(number) : null;
  const first = firstNetworkOf(number);
  const isPorted = network !== null && network !== first;
  return {
    status: 'OK',
    number,
    id,
    mcc: Number(network?.mcc ?? 0),
    mnc: Number(network?.mnc ?? 0),
    info: status,
    date: Math.floor(at / 1_000),
    ported: isPorted ? 1 : 0,
    ported_from: isPorted ? Number(first?.mnc ?? 0) : 0,
    price: showPoints(price, switches.points),
  };
};

const asLine = (answer: HlrAnswer): string =>
  'error' in answer
    ? `ERROR:${answer.error}:${answer.number}`
    : `OK:${answer.lookup.id}:${toPoints(answer.lookup.price)}:${answer.lookup.number}`;

/**
 * `hlrsync.do`: the lookup that the vendor's Java and C# clients ask for (B; in no documentation we have). What was found
 * is in the reply, and no callback follows.
 */
export const hlrSyncDo: Handler = async (core, { fields, asJson }) => {
  const { store, clock, seed } = core;
  const settings = core.settings();
  const decision = decideHlr(parseHlrRequest(fields), { store, settings, seed, now: clock.now() });
  if (!decision.ok) return refusalReply(decision.refusal, asJson);
  const { answers, events } = decision;
  await core.record(...events.filter((event) => event.type !== 'kept' || event.kind !== 'notices'));
  return asJson
    ? json(200, { count: answers.length, list: answers.map((answer) => show(answer, settings.switches)) })
    : text(200, answers.map(asLine).join(';'));
};

import type { Connection } from './connection.ts';
import type { Result } from './result.ts';
import { judge, unreadable } from './reply.ts';
import { exchange, type HttpCall, type HttpReply } from './transport.ts';

/** Gives the value hidden in the data of a reply, or undefined if the data is not what was asked for. */
export type Reader<T> = (data: unknown, reply: HttpReply) => T | undefined;

/** One call that sends no message: exchange, judge, read. */
export async function call<T>(
  connection: Connection,
  request: HttpCall,
  read: Reader<T>,
  signal: AbortSignal | undefined,
): Promise<Result<T>> {
  const answer = await exchange(connection, request, signal);
  if (answer.kind !== 'reply') return { ok: false, failure: answer };
  const judged = judge(answer.reply);
  if (judged.kind === 'refused') return { ok: false, failure: { kind: 'refused', error: judged.error } };
  if (judged.kind !== 'data') return { ok: false, failure: judged };
  const value = read(judged.data, answer.reply);
  return value === undefined ? { ok: false, failure: unreadable(answer.reply) } : { ok: true, value };
}

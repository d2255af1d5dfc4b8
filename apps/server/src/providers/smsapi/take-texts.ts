import type { Callback, Failure, Smsapi } from '@goniec/smsapi';
import type { AddressChange, Answer } from '../provider.ts';
import { answerOf } from './map-answer.ts';

/**
 * The account calls this address with every text that people send. Ours is known by its last part, the secret: after a move of
 * the server it is the same callback under another address. Other programs' callbacks are not touched.
 */
export async function takeTextsAt(
  { callbacks }: Pick<Smsapi, 'callbacks'>,
  url: string,
  signal?: AbortSignal,
): Promise<Answer<AddressChange>> {
  const listed = await callbacks.list(signal);
  if (!listed.ok) return refusedWith(listed.failure);
  const ours = listed.value.find((each) => each.type === 'sms_mo' && secretOf(each.url) === secretOf(url));
  if (ours === undefined)
    return answerOf(await callbacks.create({ url, type: 'sms_mo' }, signal), () => 'added' as const);
  return takeUp(callbacks, ours, url, signal);
}

async function takeUp(
  callbacks: Smsapi['callbacks'],
  ours: Callback,
  url: string,
  signal?: AbortSignal,
): Promise<Answer<AddressChange>> {
  if (ours.url === url && ours.active) return { ok: true, value: 'unchanged' };
  if (ours.url !== url) {
    const moved = await callbacks.move(ours.id, url, signal);
    if (!moved.ok) return refusedWith(moved.failure);
  }
  if (ours.active) return { ok: true, value: 'moved' };
  return answerOf(await callbacks.activate(ours.id, signal), () => 'moved' as const);
}

const refusedWith = (failure: Failure): Answer<never> => answerOf({ ok: false, failure }, (never: never) => never);

const secretOf = (url: string): string => url.split('/').at(-1) ?? '';

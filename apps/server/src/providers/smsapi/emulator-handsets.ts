import type { z } from 'zod';
import type { HandsetState } from '../../domain/handset.ts';
import { isLoopback } from '../../domain/loopback.ts';
import type { HandsetAccess, HandsetAnswer, Handsets } from '../handsets.ts';
import { changeShape, conversationShape, handsetShape, listShape, replyShape } from './emulator-shapes.ts';

/** The emulator answers about a reply once its receiver has: ours, which writes it down first. */
const REPLY_MS = 15_000;

interface Question {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeoutMs?: number;
}

/**
 * The handsets of smsapi-emulator, by its admin endpoints. Only on this very computer, where no real gateway can be, and only
 * what answers as an emulator does counts as one: a tunnel to SMSAPI on a local port has no such endpoints.
 */
export function emulatorHandsets(access: HandsetAccess): Handsets | null {
  const base = URL.parse(access.baseUrl);
  if (!base || !isLoopback(base)) return null;
  const { timeoutMs } = access;
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(access.token === null ? {} : { authorization: `Bearer ${access.token}` }),
  };
  const at = (path: string) => new URL(`/_emulator/${path}`, base);

  const ask = async <S extends z.ZodType>(question: Question, shape: S): Promise<HandsetAnswer<z.output<S>>> => {
    try {
      const response = await fetch(at(question.path), {
        method: question.method,
        headers: { ...headers, ...(question.body ? { 'content-type': 'application/json' } : {}) },
        redirect: 'manual',
        signal: AbortSignal.timeout(question.timeoutMs ?? timeoutMs),
        ...(question.body ? { body: JSON.stringify(question.body) } : {}),
      });
      const answer = shape.safeParse(response.ok ? await response.json().catch(() => null) : null);
      return answer.success ? { ok: true, value: answer.data } : { ok: false, why: 'not_emulator' };
    } catch {
      return { ok: false, why: 'unreachable' };
    }
  };

  return {
    list: ({ search, phones, limit }) => {
      const numbers = phones.map(digitsOf).join(',');
      const query = new URLSearchParams({ search, numbers, limit: String(limit) });
      return ask({ method: 'GET', path: `phones?${query.toString()}` }, listShape);
    },
    read: (phone, { before, limit }) => {
      const query = new URLSearchParams({ limit: String(limit), ...(before === null ? {} : { before }) });
      return ask({ method: 'GET', path: `phones/${digitsOf(phone)}?${query.toString()}` }, conversationShape);
    },
    reply: (phone, text, answers) => {
      const body = { from: digitsOf(phone), text, ...(answers === null ? {} : { replyTo: answers }) };
      return ask({ method: 'POST', path: 'incoming', body, timeoutMs: REPLY_MS }, replyShape);
    },
    setState: (phone, state) =>
      ask({ method: 'PUT', path: `phones/${digitsOf(phone)}`, body: { state: wordOf(state) } }, handsetShape),
    markRead: (phone) => ask({ method: 'PUT', path: `phones/${digitsOf(phone)}`, body: { read: true } }, handsetShape),
    follow: (onChange, signal) => follow(at('events'), headers, onChange, signal),
  };
}

const digitsOf = (phone: string): string => phone.replace(/^\+/, '');
const wordOf = (state: HandsetState): string => state.replaceAll('_', '-');

/** Longer than any event of an emulator: whatever sends more is none, and is not listened to. */
const LONGEST_EVENT = 64 * 1024;

/** Server-sent events: blocks of lines with an empty line between; a comment keeps the connection alive. */
async function follow(
  url: URL,
  headers: Readonly<Record<string, string>>,
  onChange: () => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    if (!response.ok || response.body === null) return;
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      if (rest.length > LONGEST_EVENT) return;
      if (blocks.some(tellsOfPhones)) onChange();
    }
  } catch {
    // Cut off or told to stop: whoever looks again follows again.
  }
}

function tellsOfPhones(block: string): boolean {
  const data = /^data: (.*)$/m.exec(block)?.[1];
  if (data === undefined) return false;
  try {
    const change = changeShape.safeParse(JSON.parse(data));
    return change.success && change.data.topics.includes('phones');
  } catch {
    return false;
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '../core.ts';
import type { FaultRule } from '../faults.ts';
import { keyedRandom, type Random } from '../random.ts';
import { answer, answerUnderFault } from './answer.ts';
import { readBody } from './body.ts';
import { createDelays, slownessOf, targetOf } from './delays.ts';
import { writeFault } from './fault-wire.ts';
import { createLimiter } from './limiter.ts';
import { prepare, type Prepared } from './prepare.ts';
import { problem, type Reply } from './reply.ts';
import type { Router } from './router.ts';
import { writeReply } from './wire.ts';

/** Longer than any client keeps an idle connection: the one who closes first must not be the server. */
const KEEP_ALIVE_MS = 75_000;

/** What is ours and not SMSAPI's: no fault, no delay and no line in the log. */
const isOwnPath = (path: string): boolean => path === '/' || path === '/_emulator' || path.startsWith('/_emulator/');

const pause = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });

/** One request on its way through. */
interface Asked {
  readonly request: IncomingMessage;
  readonly prepared: Prepared;
  readonly url: string;
}

/** What came of it, for the log. */
interface Heard {
  readonly reply: Reply | null;
  readonly sequences: readonly [after: number, upTo: number];
}

interface Struck {
  readonly fault: FaultRule;
  /** Whatever the fault itself leaves to chance. */
  readonly random: Random;
}

const tooLarge = (): Reply => problem(413, 'request_too_large', 'The request is larger than 32 MB');
const tooMany = (): Reply => problem(429, 'too_many_requests', 'Too many requests');

/**
 * The emulator's HTTP side on bare `node:http`: nothing stands between us and the wire, so a fault can cut, hang or
 * halve an answer, and a 204 leaves without a content type.
 */
export const createHttpServer = (core: Core, router: Router): Server => {
  const limiter = createLimiter(() => Date.now());
  const delayOf = createDelays(core);

  const log = (asked: Asked, heard: Heard, fault: string | null): void => {
    const { request, prepared, url } = asked;
    const { reply, sequences } = heard;
    core.requests.push({
      nth: core.requests.total + 1,
      at: core.clock.now(),
      url,
      headers: request.headers,
      call: prepared.call,
      bodyBytes: prepared.call.bytes.length,
      reply,
      replyLength: reply?.body.length ?? 0,
      fault,
      sequences,
    });
    core.live.note('requests');
  };

  /** What the endpoint makes of it, and the ids it hands out: they are taken before its first pause. */
  const hear = async (act: () => Promise<Reply>): Promise<Heard & { readonly reply: Reply }> => {
    const after = core.store.sequence;
    const answering = act();
    const sequences = [after, core.store.sequence] as const;
    return { reply: await answering, sequences };
  };

  const serveFault = async (response: ServerResponse, { prepared }: Asked, struck: Struck): Promise<Heard> => {
    const { fault, random } = struck;
    const slowMs = fault.reply.kind === 'slow' ? slownessOf(fault.reply, random) : 0;
    if (slowMs > 0 && !fault.accepted) await pause(slowMs);
    const { reply, sequences } = await hear(() => answerUnderFault(core, prepared, fault));
    if (slowMs > 0 && fault.accepted) await pause(slowMs);
    return { reply: writeFault(response, fault.reply, reply, random), sequences };
  };

  const serveApi = async (asked: Asked, response: ServerResponse): Promise<void> => {
    const target = targetOf(asked.prepared.call, core.faults.arrive());
    const fault = core.faults.strike(target);
    const latencyMs = delayOf(target);
    if (latencyMs > 0) await pause(latencyMs);
    if (!limiter.allows(core.settings().switches.requestsPerSecond)) {
      const reply = tooMany();
      log(asked, { reply, sequences: [0, 0] }, 'limit');
      writeReply(response, reply);
    } else if (fault === null) {
      const heard = await hear(() => answer(core, asked.prepared));
      log(asked, heard, null);
      writeReply(response, heard.reply);
    } else {
      const random = keyedRandom(core.seed, `fault's answer ${target.ordinal}`);
      log(asked, await serveFault(response, asked, { fault, random }), fault.reply.kind);
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await readBody(request);
    if (bytes === null) {
      writeReply(response, tooLarge());
      return;
    }
    const prepared = prepare(request, bytes, router, core.settings().switches.defaultEncoding);
    if (!isOwnPath(prepared.call.path)) {
      await serveApi({ request, prepared, url: request.url ?? '/' }, response);
      return;
    }
    writeReply(response, await answer(core, prepared));
    // Whoever pushed the emulator around may not be the one who looks at it.
    if (prepared.call.method !== 'GET') core.live.note('settings');
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A fault of the emulator itself, for instance a full disk under its journal: it must never look like a success.
      core.onError(error);
      if (response.headersSent) response.destroy();
      else writeReply(response, problem(500, 'emulator_failed', error instanceof Error ? error.message : 'Unknown'));
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
};

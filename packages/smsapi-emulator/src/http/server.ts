import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '../core.ts';
import type { FaultRule } from '../faults.ts';
import { between, keyedRandom } from '../random.ts';
import { answer, answerUnderFault } from './answer.ts';
import { readBody } from './body.ts';
import { textOf } from './fields.ts';
import { createLimiter } from './limiter.ts';
import { prepare, type Prepared } from './prepare.ts';
import { problem, type Reply } from './reply.ts';
import { countRecipients, sketchFields } from './request-log.ts';
import type { Router } from './router.ts';
import { writeFault, writeReply } from './wire.ts';

/** Longer than any client keeps an idle connection: the one who closes first must not be the server. */
const KEEP_ALIVE_MS = 75_000;

/** What is ours and not SMSAPI's: no fault, no delay and no line in the log. */
const isOwnPath = (path: string): boolean => path === '/' || path === '/_emulator' || path.startsWith('/_emulator/');

const pause = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });

const tooLarge = (): Reply => problem(413, 'request_too_large', 'The request is larger than 32 MB');
const tooMany = (): Reply => problem(429, 'too_many_requests', 'Too many requests');

/**
 * The emulator's HTTP side on bare `node:http`: nothing stands between us and the wire, so a fault can cut, hang or
 * halve an answer, and a 204 leaves without a content type.
 */
export const createHttpServer = (core: Core, router: Router): Server => {
  const limiter = createLimiter(() => Date.now());
  let ordinal = 0;

  const log = (request: IncomingMessage, { call }: Prepared, reply: Reply | null, fault: string | null): void => {
    core.requests.push({
      at: core.clock.now(),
      method: call.method,
      path: call.path,
      contentType: request.headers['content-type'] ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      fields: sketchFields(call.fields),
      recipients: countRecipients(call.fields),
      status: reply?.status ?? null,
      error: reply?.code ?? null,
      fault,
    });
    core.live.note('requests');
  };

  /** How long this answer is held back; drawn by ordinal, so that the same run is equally slow. */
  const latencyOf = (nth: number): number => {
    const { minMs, maxMs } = core.settings().latency;
    return maxMs === 0 ? 0 : between(keyedRandom(core.seed, `latency ${nth}`), minMs, maxMs);
  };

  const drawFault = ({ call }: Prepared, nth: number): FaultRule | null => {
    const numbers = (): readonly string[] => (textOf(call.fields, 'to') ?? '').split(',');
    return core.faults.strike({ path: call.path, numbers, ordinal: nth }, core.settings().profile.faults);
  };

  const serveFault = async (response: ServerResponse, prepared: Prepared, fault: FaultRule): Promise<Reply | null> => {
    const slowMs = fault.reply.kind === 'slow' ? fault.reply.ms : 0;
    if (slowMs > 0 && !fault.accepted) await pause(slowMs);
    const proper = await answerUnderFault(core, prepared, fault);
    if (slowMs > 0 && fault.accepted) await pause(slowMs);
    return writeFault(response, fault.reply, proper);
  };

  const serveApi = async (request: IncomingMessage, response: ServerResponse, prepared: Prepared): Promise<void> => {
    ordinal += 1;
    const fault = drawFault(prepared, ordinal);
    const latencyMs = latencyOf(ordinal);
    if (latencyMs > 0) await pause(latencyMs);
    if (!limiter.allows(core.settings().switches.requestsPerSecond)) {
      const reply = tooMany();
      log(request, prepared, reply, 'limit');
      writeReply(response, reply);
    } else if (fault === null) {
      const reply = await answer(core, prepared);
      log(request, prepared, reply, null);
      writeReply(response, reply);
    } else {
      log(request, prepared, await serveFault(response, prepared, fault), fault.reply.kind);
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
      await serveApi(request, response, prepared);
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

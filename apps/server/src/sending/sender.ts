import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { EventStream } from '../events.ts';
import type { Metrics } from '../metrics.ts';
import type { AttemptedBatch, AttemptResult } from '../usecases/attempt-result.ts';
import { checkPause, claimNextCheck } from '../usecases/check-pauses.ts';
import type { Deps } from '../usecases/deps.ts';
import { meetTrouble } from '../usecases/meet-trouble.ts';
import { recordAttempt } from '../usecases/record-attempt.ts';
import { claimNextBatch, submitBatch } from '../usecases/send-batch.ts';
import { tendSending } from '../usecases/tend-sending.ts';
import { createNap, rest } from './nap.ts';
import { createStall } from './stall.ts';

/** Batches this program has under way at most; each gateway has its own lower limit in the database. */
const AT_ONCE = 16;

/** How soon to look again: while there is work (the gateway's rate decides), and when there was none. */
const BUSY_MS = 20;
const IDLE_MS = 1_000;
const BUSY_FOR_MS = 2_000;
const TEND_MS = 1_000;

/** Causes of pauses this program looks into at once: a silent gateway takes its whole time-out to say nothing. */
const LOOKS_AT_ONCE = 4;

type Batch = NonNullable<Awaited<ReturnType<typeof claimNextBatch>>>;

export interface Sender {
  start(): void;
  /** Takes no more batches and waits for those under way. */
  stop(): Promise<void>;
}

/** The loop that sends: claims due batches one after another and lets several be under way at once. */
export function createSender(deps: Deps, events: Pick<EventStream, 'subscribe'>, metrics: Metrics): Sender {
  const worker = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const underWay = new Set<Promise<void>>();
  const looks = new Set<Promise<void>>();
  const nap = createNap();
  const stall = createStall(deps.log, () => performance.now());
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | null = null;
  let unsubscribe = () => {};
  let [inHand, busyUntil, tendAt] = [0, 0, 0];

  /** What the gateway said is kept in hand until the database takes it: a restart of the database costs no second question. */
  const record = async (batch: AttemptedBatch, result: AttemptResult) => {
    for (;;) {
      const worked = stall.begin();
      try {
        await recordAttempt(deps, batch, result);
        return worked();
      } catch (error) {
        const trouble = await meetTrouble(deps, error);
        if (trouble === null || signal.aborted) throw error;
        await rest(stall.hit(error, trouble), signal);
      }
    }
  };

  const send = async (batch: Batch) => {
    const started = performance.now();
    try {
      const { messages, result } = await submitBatch(deps, { ...batch, worker });
      metrics.batchSubmitted(result.kind, batch.messages.length, (performance.now() - started) / 1000);
      inHand += 1;
      await record({ ...batch, worker, messages }, result).finally(() => {
        inHand -= 1;
      });
    } catch (error) {
      // Nothing is lost: the lease runs out, the batch becomes uncertain and is asked for again with the same idx.
      const { batchId, campaignId, attempt } = batch;
      deps.log.error({ err: error, batchId, campaignId, attempt }, 'batch.failed');
    }
  };

  const look = async () => {
    try {
      for (let check; !signal.aborted && (check = await claimNextCheck(deps));) await checkPause(deps, check, signal);
    } catch (error) {
      stall.hit(error, await meetTrouble(deps, error));
    }
  };

  /** One turn of the loop; returns how long to rest after it, 0 when a batch was claimed. */
  const turn = async (): Promise<number> => {
    const worked = stall.begin();
    if (performance.now() >= tendAt) {
      await tendSending(deps);
      if (looks.size < LOOKS_AT_ONCE) track(looks, look());
      tendAt = performance.now() + TEND_MS;
    }
    const batch = underWay.size < AT_ONCE ? await claimNextBatch(deps, worker) : null;
    worked();
    if (!batch) return performance.now() < busyUntil ? BUSY_MS : IDLE_MS;
    track(
      underWay,
      send(batch).finally(() => nap.end()),
    );
    busyUntil = performance.now() + BUSY_FOR_MS;
    return 0;
  };

  const loop = async () => {
    while (!signal.aborted) {
      // As long as results cannot be written down, nothing more is sent.
      const stuck = stall.lasts && inHand > 0;
      const restMs = stuck
        ? IDLE_MS
        : await turn().catch(async (error: unknown) => stall.hit(error, await meetTrouble(deps, error)));
      if (restMs > 0) await nap.take(restMs);
    }
    await Promise.all([...underWay, ...looks]);
  };

  return {
    start: () => {
      unsubscribe = events.subscribe((event) => {
        if (event.type === 'campaign.changed' && underWay.size === 0) nap.end();
      });
      running ??= loop();
    },
    stop: async () => {
      stopping.abort();
      unsubscribe();
      nap.end();
      await running;
    },
  };
}

/** Keeps a piece of work in a set for as long as it lasts. */
function track(set: Set<Promise<void>>, work: Promise<void>): void {
  const tracked: Promise<void> = work.finally(() => set.delete(tracked));
  set.add(tracked);
}

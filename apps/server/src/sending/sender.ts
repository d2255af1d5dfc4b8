import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { EventStream } from '../events.ts';
import type { Metrics } from '../metrics.ts';
import type { Deps } from '../usecases/deps.ts';
import { claimNextBatch, sendBatch } from '../usecases/send-batch.ts';
import { tendSending } from '../usecases/tend-sending.ts';

/** Batches this program has under way at most; each gateway has its own lower limit in the database. */
const AT_ONCE = 16;

/** How soon to look again: while there is work (the gateway's rate decides), and when there was none. */
const BUSY_MS = 20;
const IDLE_MS = 1_000;
const BUSY_FOR_MS = 2_000;
const TEND_MS = 1_000;

type Batch = NonNullable<Awaited<ReturnType<typeof claimNextBatch>>>;

export interface Sender {
  start(): void;
  /** Takes no more batches and waits for those under way. */
  stop(): Promise<void>;
}

/** The loop that sends: claims due batches one after another and lets several be under way at once. */
export function createSender(deps: Deps, events: EventStream, metrics: Metrics): Sender {
  const worker = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const underWay = new Set<Promise<void>>();
  const nap = createNap();
  let running: Promise<void> | null = null;
  let stopping = false;
  let unsubscribe = () => {};

  const send = async (batch: Batch) => {
    const started = performance.now();
    try {
      const result = await sendBatch(deps, worker, batch);
      metrics.batchSubmitted(result.kind, batch.messages.length, (performance.now() - started) / 1000);
    } catch (error) {
      // Nothing is lost: the lease runs out, the batch becomes uncertain and is asked for again with the same idx.
      deps.log.error({ err: error, batchId: batch.batchId }, 'batch.failed');
    }
  };

  const loop = async () => {
    let [busyUntil, tendAt] = [0, 0];
    // oxlint-disable-next-line eslint/no-unmodified-loop-condition -- stop() modifies it
    while (!stopping) {
      try {
        if (performance.now() >= tendAt) {
          await tendSending(deps);
          tendAt = performance.now() + TEND_MS;
        }
        const batch = underWay.size < AT_ONCE ? await claimNextBatch(deps, worker) : null;
        if (batch) {
          const work: Promise<void> = send(batch).finally(() => {
            underWay.delete(work);
            nap.end();
          });
          underWay.add(work);
          busyUntil = performance.now() + BUSY_FOR_MS;
          continue;
        }
      } catch (error) {
        deps.log.error({ err: error }, 'sender.failed');
        busyUntil = 0;
      }
      await nap.take(performance.now() < busyUntil ? BUSY_MS : IDLE_MS);
    }
    await Promise.all(underWay);
  };

  return {
    start: () => {
      unsubscribe = events.subscribe((event) => {
        if (event.type === 'campaign.changed' && underWay.size === 0) nap.end();
      });
      running ??= loop();
    },
    stop: async () => {
      stopping = true;
      unsubscribe();
      nap.end();
      await running;
    },
  };
}

/** A sleep that can be cut short. */
function createNap(): { take(ms: number): Promise<void>; end(): void } {
  let wake = () => {};
  return {
    take: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => wake(),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@goniec/contract';
import { isUnreachable } from '../api/connect.ts';
import type { Campaign } from '../api/shapes.ts';
import { type Bell, createBell } from './bell.ts';

export interface FollowTarget {
  readonly api: Pick<Client, 'getCampaign' | 'streamEvents'>;
  readonly params: { readonly companyId: string; readonly campaignId: string };
}

export interface FollowOptions {
  readonly signal: AbortSignal;
  readonly isOver: (campaign: Campaign) => boolean;
  /** Told when the server is lost, and when it is back. */
  readonly onLost?: (isLost: boolean) => void;
  readonly pace?: Pace;
}

interface Pace {
  /** Between two readings while events come, in case one got lost. */
  readonly liveMs: number;
  /** Between two readings without events. */
  readonly pollMs: number;
  /** At least this long between any two. */
  readonly gapMs: number;
  /** How long a server may be away (a restart, an update). */
  readonly patienceMs: number;
}

const usual: Pace = { liveMs: 10_000, pollMs: 1_500, gapMs: 250, patienceMs: 60_000 };

/**
 * A campaign whenever it has changed, until it is over. Server-sent events say when to read; without them it is read again
 * and again. A server that restarts is waited for.
 */
export async function* followCampaign(target: FollowTarget, options: FollowOptions): AsyncGenerator<Campaign> {
  const { pace = usual, isOver } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const bell = createBell();
  const line = { isLive: false };
  const listening = listen(target, bell, line, pace.pollMs, signal);
  try {
    let seen = '';
    for (;;) {
      const campaign = await readPatiently(target, { ...options, pace, signal });
      const now = JSON.stringify(campaign);
      if (now !== seen) yield campaign;
      seen = now;
      if (isOver(campaign)) return;
      await sleep(pace.gapMs, undefined, { signal });
      await bell.wait(line.isLive ? pace.liveMs : pace.pollMs, signal);
      signal.throwIfAborted();
    }
  } finally {
    stop.abort();
    await listening;
  }
}

/** Rings at every event about the campaign; a line that broke is laid again. Never throws: polling goes on without it. */
async function listen(
  { api, params }: FollowTarget,
  bell: Bell,
  line: { isLive: boolean },
  retryMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await api.streamEvents({ query: { companyId: params.companyId } }, { signal });
      line.isLive = true;
      bell.ring();
      for await (const { type, id } of events)
        if (type === 'events.missed' || (type === 'campaign.changed' && id === params.campaignId)) bell.ring();
    } catch {
      // polling is enough until the line is back
    }
    line.isLive = false;
    await sleep(retryMs, undefined, { signal }).catch(() => {});
  }
}

async function readPatiently(
  { api, params }: FollowTarget,
  { signal, pace, onLost }: FollowOptions & { readonly pace: Pace },
): Promise<Campaign> {
  const lostAt = performance.now();
  for (let isLost = false; ; isLost = true) {
    try {
      const campaign = await api.getCampaign({ params }, { signal });
      if (isLost) onLost?.(false);
      return campaign;
    } catch (error) {
      if (!isUnreachable(error) || performance.now() - lostAt > pace.patienceMs) throw error;
      if (!isLost) onLost?.(true);
      await sleep(pace.pollMs, undefined, { signal });
    }
  }
}

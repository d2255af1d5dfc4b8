import { setTimeout as sleep } from 'node:timers/promises';
import { createChance } from './chance.ts';
import { startLoad, type Load } from './load.ts';
import type { ChaosOptions } from './options.ts';
import { eldest, reach, type Reached } from './phases.ts';
import { planKills, type Kill, type Phase, type Victim } from './plan.ts';
import type { Outage } from './program.ts';
import { settle, type Settled } from './settle.ts';
import { openStage, type Stage } from './stage.ts';
import { watchUncertain, type UncertainEnds, type UncertainWatch } from './uncertain.ts';

export interface Struck {
  readonly victim: Victim;
  /** Where it was really killed: a phase that nobody came into in time becomes `moment`. */
  readonly phase: Phase;
  readonly planned: Phase;
  readonly target: string;
  /** Why the planned phase was not reached; empty when it was. */
  readonly missed: string;
}

type Say = (text: string) => void;

export interface ChaosResult {
  readonly kills: readonly Struck[];
  readonly outages: readonly Outage[];
  readonly rests: readonly Settled[];
  readonly campaigns: number;
  readonly drafts: number;
  readonly messages: number;
  readonly uncertain: UncertainEnds;
  readonly killingMs: number;
  readonly totalMs: number;
  readonly postgres: string;
  /** Empty when each number got each message exactly once and every campaign ended by itself. */
  readonly faults: readonly string[];
}

/** Carries out a run: kills by the plan under load, rests in between; stops at the first rest that finds a fault. */
export async function runChaos(
  options: ChaosOptions,
  folder: string,
  { say, note, signal }: { readonly say: Say; readonly note: Say; readonly signal: AbortSignal },
): Promise<ChaosResult> {
  const startedAt = performance.now();
  const outages: Outage[] = [];
  const watch = watchUncertain();
  const setting = { workers: options.workers, chance: createChance(options.seed, 'reports') };
  const stage = await openStage(folder, setting, {
    outage: (outage) => outages.push(outage),
    line: (line) => watch.hear(line),
  });
  try {
    const troubles: unknown[] = [];
    const load = await startLoad(stage, createChance(options.seed, 'campaigns'), (error) => troubles.push(error));
    const kills: Struck[] = [];
    const rests: Settled[] = [];
    let killingMs = 0;
    say(`All programs work. Killing ${options.kills} times.`);
    for (const round of roundsOf(planKills(options.seed, options.kills), options.restEvery)) {
      const began = performance.now();
      if (rests.length > 0) load.resume();
      for (const kill of round) {
        signal.throwIfAborted();
        if (troubles.length > 0) throw troubles[0];
        const struck = await strike(stage, kill);
        kills.push(struck);
        note(`${struck.target} killed: ${struck.phase}${struck.missed && `, not ${struck.planned}: ${struck.missed}`}`);
        await watch.look(stage.database);
        if (kills.length % PROGRESS_EVERY === 0) say(progress(kills.length, options.kills, load, outages, startedAt));
      }
      killingMs += performance.now() - began;
      rests.push(await rest(stage, load, watch, say));
      if ((rests.at(-1)?.faults ?? []).length > 0) break;
    }
    return {
      kills,
      outages,
      rests,
      campaigns: load.campaigns.length,
      drafts: load.drafts(),
      messages: load.campaigns.reduce((sum, { sent }) => sum + sent.size, 0),
      uncertain: await watch.ends(stage.database),
      killingMs,
      totalMs: performance.now() - startedAt,
      postgres: stage.database.version,
      faults: [
        ...rests.flatMap(({ faults }) => faults),
        ...outages
          .filter(({ how }) => how !== 'killed' && how !== 'gave up starting')
          .map(({ name, how }) => `${name} ${how}`),
      ],
    };
  } finally {
    await stage.close();
  }
}

const PROGRESS_EVERY = 25;

function* roundsOf(kills: readonly Kill[], size: number): Generator<readonly Kill[]> {
  for (let from = 0; from < kills.length; from += size) yield kills.slice(from, from + size);
}

/** How often a phase is tried to be reached; then the kill comes at any moment, and is counted so. */
const ATTEMPTS = 4;

/** One kill. Nobody waits for the restart: the next victim dies while this one comes back. */
async function strike(stage: Stage, kill: Kill): Promise<Struck> {
  const { victim, phase } = kill;
  const reached = await reachInTurns(stage, kill);
  if (typeof reached !== 'string') {
    reached.target.kill();
    reached.release();
    return { victim, phase, planned: phase, target: reached.target.name, missed: '' };
  }
  await sleep(kill.delayMs);
  const first = await anyOf(stage, victim);
  const target = eldest(stage.programs(victim)) ?? first;
  target.kill();
  return { victim, phase: 'moment', planned: phase, target: target.name, missed: phase === 'moment' ? '' : reached };
}

async function reachInTurns(stage: Stage, { victim, phase }: Kill): Promise<Reached | string> {
  if (phase === 'moment') return '';
  let missed = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await Promise.all([anyOf(stage, victim), stage.database.up(), ...stage.programs('emulator').map((p) => p.up())]);
    const reached = await reach(stage, victim, phase);
    if (typeof reached !== 'string') return reached;
    missed = reached;
  }
  return missed;
}

/** The first of the victim's programs that is up. */
const anyOf = (stage: Stage, victim: Victim) =>
  Promise.race(stage.programs(victim).map((program) => program.up().then(() => program)));

async function rest(stage: Stage, load: Load, watch: UncertainWatch, say: Say): Promise<Settled> {
  await load.pause();
  const looking = setInterval(() => void watch.look(stage.database).catch(() => undefined), 500);
  try {
    const settled = await settle(stage, load.campaigns);
    const { accepted, duplicates, losses } = settled.verdict;
    say(
      `At rest after ${(settled.endedAfterMs / 1000).toFixed(0)} s: ${load.campaigns.length} campaigns ended, ` +
        `${accepted} messages taken, ${duplicates.length} duplicates, ${losses.length} losses.`,
    );
    for (const fault of settled.faults.slice(0, 50)) say(`  FAULT ${fault}`);
    return settled;
  } finally {
    clearInterval(looking);
  }
}

function progress(done: number, all: number, load: Load, outages: readonly Outage[], startedAt: number): string {
  const seconds = (performance.now() - startedAt) / 1000;
  return `${done}/${all} kills in ${seconds.toFixed(0)} s, ${load.campaigns.length} campaigns, ${outages.length} restarts.`;
}

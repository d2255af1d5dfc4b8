import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import type { Phase, Victim } from './plan.ts';
import type { Program } from './program.ts';
import type { Stage } from './stage.ts';

/** How long a phase is waited for, with everything held that is in its way; then all may flow again. */
const REACH_MS = 1_500;
const LOOK_MS = 10;
/** Below the time-out of the gateway's settings (load.ts): slow, but not too slow. */
const SLOW_MS = 700;

/** A victim in the very phase, kept there until the release. */
export interface Reached {
  readonly target: Program;
  readonly release: () => void;
}

/**
 * Brings about a phase from outside and finds a victim in it, without any hook in the product: the emulator is asked to
 * answer late, and our own connection holds a table that the phase has to write. Else a word on why nobody came into it in time.
 */
export async function reach(stage: Stage, victim: Victim, phase: Phase): Promise<Reached | string> {
  switch (phase) {
    case 'claim':
      return holding(stage, victim, 'message', 'exclusive', isClaiming);
    case 'claimed':
      return holding(stage, victim, 'sealed_secret', 'access exclusive', isClaimed);
    case 'request':
      return asking(stage, victim, false);
    case 'answer':
      return asking(stage, victim, true);
    case 'record': {
      // Somebody has to be on the way to the record when the table is gripped: nobody can claim a batch after that.
      const asked = await asking(stage, victim === 'database' ? 'database' : victim, true);
      if (typeof asked === 'string') return asked;
      const held = await holding(stage, victim, 'message', 'exclusive', isRecording);
      asked.release();
      return held;
    }
    case 'callbacks':
      return holding(stage, victim, 'delivery_report', 'exclusive', isStoringReports);
    case 'moment':
      return 'any moment will do';
  }
}

/** A backend that waits for a table, and what its transaction has written or locked so far. */
interface Waiter {
  readonly program: string;
  readonly awaits: string;
  readonly holds: readonly string[];
}

const waiters = (database: Database): Promise<Waiter[]> =>
  database.ask<Waiter>(`
    select a.application_name as program, w.relation::regclass::text as awaits,
      array(select distinct h.relation::regclass::text from pg_locks h where h.pid = a.pid and h.locktype = 'relation'
        and h.granted and h.mode in ('RowShareLock', 'RowExclusiveLock')) as holds
    from pg_stat_activity a join pg_locks w on w.pid = a.pid and w.locktype = 'relation' and not w.granted`);

// What tells the transactions apart is which tables they have touched before the one that is held.
const isClaiming = ({ awaits, holds }: Waiter): boolean => awaits === 'message' && holds.includes('gateway');
const isClaimed = ({ awaits, holds }: Waiter): boolean => awaits === 'sealed_secret' && holds.length === 0;
const isRecording = ({ awaits, holds }: Waiter): boolean =>
  awaits === 'message' &&
  holds.includes('batch') &&
  !['gateway', 'campaign', 'recipient'].some((t) => holds.includes(t));
const isStoringReports = ({ awaits, holds }: Waiter): boolean =>
  awaits === 'delivery_report' && !holds.includes('batch');

/** Grips a table and waits until a fitting program waits for it in the right transaction. */
async function holding(
  stage: Stage,
  victim: Victim,
  table: string,
  mode: 'exclusive' | 'access exclusive',
  fits: (waiter: Waiter) => boolean,
): Promise<Reached | string> {
  const release = await stage.database.grip(table, mode);
  if (release === null) return `${table} is not free`;
  const target = await look(async () => {
    const found = (await waiters(stage.database)).filter(fits).map(({ program }) => program);
    return choose(stage, victim, (program) => found.includes(program.name));
  });
  if (target) return { target, release };
  const seen = (await waiters(stage.database)).map(
    ({ program, awaits, holds }) => `${program}: ${holds.join(' ')} > ${awaits}`,
  );
  release();
  return `nobody fits among [${seen.join(', ')}]`;
}

/** Lets the emulator answer late and waits until a fitting program has asked. */
async function asking(stage: Stage, victim: Victim, taken: boolean): Promise<Reached | string> {
  const { database, gateway } = stage;
  const before = new Set((await submitting(database)).map(({ key }) => key));
  const next = 4;
  if (!(await gateway.slowDown({ taken, ms: SLOW_MS, next }))) return 'the emulator is away';
  const release = (): void => void gateway.clearFaults();
  const target = await look(async () => {
    const left = await gateway.slowLeft();
    if (left === next) return undefined;
    // Strikes that went to requests from before.
    if (left === 0) await gateway.slowDown({ taken, ms: SLOW_MS, next });
    const askers = (await submitting(database)).filter(({ key }) => !before.has(key)).map(({ worker }) => worker);
    return choose(stage, victim, (program) => askers.some((worker) => isOf(worker, program)));
  });
  if (target) return { target, release };
  release();
  return 'nobody of them asked';
}

const submitting = (database: Database): Promise<{ key: string; worker: string }[]> =>
  database.ask(
    `select id || '/' || attempt as key, coalesce(worker, '') as worker from batch where state = 'submitting'`,
  );

/** A worker's name has its process id in it. */
function isOf(worker: string, program: Program): boolean {
  const pid = program.pid();
  return pid !== null && new RegExp(`(?<!\\d)${pid}(?!\\d)`, 'u').test(worker);
}

/** The victim itself if it is in the phase; for database and emulator it is enough that anybody is. */
function choose(stage: Stage, victim: Victim, isInPhase: (program: Program) => boolean): Program | undefined {
  if (victim === 'worker' || victim === 'server') return eldest(stage.programs(victim).filter(isInPhase));
  return stage.senders.some(isInPhase) ? stage.programs(victim)[0] : undefined;
}

/** Of several the one that has lived longest. */
export function eldest(programs: readonly Program[]): Program | undefined {
  return programs
    .filter((program) => program.pid() !== null)
    .toSorted((one, other) => one.aliveSince() - other.aliveSince())[0];
}

async function look<T>(find: () => Promise<T | undefined>): Promise<T | undefined> {
  for (const deadline = performance.now() + REACH_MS; performance.now() < deadline; await sleep(LOOK_MS)) {
    const found = await find();
    if (found !== undefined) return found;
  }
  return undefined;
}

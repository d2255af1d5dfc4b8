// The epoch: the part of every message's idx that tells one life of the database from another (design section 4).
//
// The gateway refuses an idx it has seen (error 53) and we read that as "already taken". A restored database deals out message
// ids again which the lost one had used: under the old epoch, new messages would be taken for sent. It may also hold as
// waiting what has long been sent. So the epoch is mirrored in a file outside the database, with a pulse that the database
// counts while it lives, and whenever the two do not agree, sending is held until an administrator has looked (ADR 0010).

export interface EpochMark {
  readonly installationId: string;
  /** 0 in a database that has never been started; otherwise positive. */
  readonly epoch: number;
  /** Counted up in the database first and then in the file: a database behind its file was restored from a backup. */
  readonly pulse: number;
}

/** What an administrator compares after a restore; decides nothing. */
export interface LifeSign {
  readonly lastMessageId: number | null;
  readonly at: Date | null;
}

export type EpochFile =
  | { readonly kind: 'present'; readonly mark: EpochMark; readonly sign: LifeSign }
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged'; readonly fault: string };

export const holdReasons = [
  'database_older_than_file',
  'file_older_than_database',
  'no_file',
  'file_damaged',
  'other_installation',
  'other_server',
] as const;

export type HoldReason = (typeof holdReasons)[number];

export interface EpochHold {
  readonly kind: 'hold';
  readonly reason: HoldReason;
  readonly database: EpochMark;
  readonly file: EpochMark | null;
}

export type EpochDecision =
  /** A new database: nothing to send twice. `next` goes to the file first, then to the database. */
  | { readonly kind: 'fresh'; readonly next: EpochMark }
  | { readonly kind: 'same'; readonly mark: EpochMark }
  | EpochHold;

/**
 * What a start-up finds. Sending goes on only if database and file agree; every doubt holds it:
 *
 * - the database is older, in its epoch or its pulse: it was restored from a backup (or a crash fell between the two writes of a
 *   confirmation);
 * - the file is older: it was restored, or another server ran this database meanwhile. Nothing then proves that the database
 *   is the newest there is, since the file, our only witness, is stale itself;
 * - no file or a damaged one: the database was moved or cloned, or the witness is lost;
 * - the file speaks of another installation: the database was exchanged;
 * - both agree, but the server's key is another: they were moved together, or copied, to another computer.
 *
 * What this cannot see: a snapshot of the whole machine brings back all of it, in agreement.
 */
export function decideEpoch(found: {
  readonly database: EpochMark;
  readonly file: EpochFile;
  /** Whether the key of this server is the one the database was last confirmed with. */
  readonly ownKey: boolean;
  readonly now: Date;
}): EpochDecision {
  const { database, file, ownKey, now } = found;
  const mark = file.kind === 'present' ? file.mark : null;
  if (database.epoch === 0) return { kind: 'fresh', next: nextMark(database, mark, now) };

  const reason = holdReason(database, file) ?? (ownKey ? null : 'other_server');
  return reason === null ? { kind: 'same', mark: database } : { kind: 'hold', reason, database, file: mark };
}

/** What a running program finds when it looks again. */
export type EpochLook =
  | { readonly kind: 'home' }
  /** An administrator confirmed this very database, here or at another of its servers: the file is to follow it. */
  | { readonly kind: 'follow' }
  | { readonly kind: 'lost'; readonly reason: HoldReason };

/**
 * The same question while the program runs. Its connection still reaches the database it began with, so an epoch that has gone
 * up means a confirmation. Everything else is judged as at the start: the database may have been restored or exchanged
 * under the running program, and the file may have been written by another one that took the state folder over.
 * @param known the epoch this program last agreed on
 */
export function lookAgain(found: {
  readonly database: EpochMark;
  readonly file: EpochFile;
  readonly known: number;
}): EpochLook {
  const { database, file, known } = found;
  const reason = holdReason(database, file);
  if (reason === null) return { kind: 'home' };
  const mayFollow = reason === 'file_older_than_database' || reason === 'no_file' || reason === 'file_damaged';
  return mayFollow && database.epoch > known ? { kind: 'follow' } : { kind: 'lost', reason };
}

function holdReason(database: EpochMark, file: EpochFile): HoldReason | null {
  if (file.kind === 'absent') return 'no_file';
  if (file.kind === 'damaged') return 'file_damaged';
  if (file.mark.installationId !== database.installationId) return 'other_installation';
  if (database.epoch < file.mark.epoch) return 'database_older_than_file';
  if (database.epoch > file.mark.epoch) return 'file_older_than_database';
  return database.pulse < file.mark.pulse ? 'database_older_than_file' : null;
}

/**
 * The administrator's answer to a hold. `new_epoch` is always safe for the idx. `joins_running` is for a further server on a
 * database that other servers use all the time: it adopts their epoch and disturbs nobody.
 */
export type HoldAnswer = 'new_epoch' | 'joins_running';

/** A database that is provably not the newest, or not ours, is nothing to join. */
export function answersTo(hold: EpochHold): readonly HoldAnswer[] {
  const joinable = hold.reason === 'no_file' || hold.reason === 'file_older_than_database';
  return joinable ? ['new_epoch', 'joins_running'] : ['new_epoch'];
}

/**
 * The mark to write after the administrator's answer: to the file first, then to the database. A crash between the two leaves
 * the database older than the file, which holds again. Null: this hold does not allow that answer.
 */
export function resolveHold(hold: EpochHold, answer: HoldAnswer, now: Date): EpochMark | null {
  if (!answersTo(hold).includes(answer)) return null;
  return answer === 'joins_running' ? hold.database : nextMark(hold.database, hold.file, now);
}

const CLOCK_START = Date.UTC(2026, 0, 1);

/**
 * Greater than both, and at least the seconds since 2026: whoever lost the file does not know how far the lost database had
 * counted, and two installations on one gateway account must not both begin at 1.
 */
function nextMark(database: EpochMark, file: EpochMark | null, now: Date): EpochMark {
  const byClock = Math.floor((now.getTime() - CLOCK_START) / 1000);
  const epoch = Math.max(database.epoch + 1, (file?.epoch ?? 0) + 1, byClock);
  return { ...database, epoch };
}

import { describe, expect, it } from 'vitest';
import {
  answersTo,
  decideEpoch,
  type EpochFile,
  type EpochHold,
  type EpochMark,
  type HoldAnswer,
  type HoldReason,
  lookAgain,
  resolveHold,
} from './epoch.ts';

const now = new Date('2026-01-01T00:16:40Z');
const BY_CLOCK = 1000;

const ours = (epoch: number, pulse = 0): EpochMark => ({ installationId: 'ours', epoch, pulse });
const sign = { lastMessageId: null, at: null };
const file = (epoch: number, installationId = 'ours', pulse = 0): EpochFile => ({
  kind: 'present',
  mark: { installationId, epoch, pulse },
  sign,
});
const absent: EpochFile = { kind: 'absent' };
const damaged: EpochFile = { kind: 'damaged', fault: 'not JSON' };

function holdFor(database: EpochMark, found: EpochFile): EpochHold {
  const decision = decideEpoch({ database, file: found, ownKey: true, now });
  if (decision.kind !== 'hold') throw new Error(`expected a hold, got ${decision.kind}`);
  return decision;
}

describe('what a start-up decides', () => {
  it.each([1, 7, 28_000_000])('database and file agree on %i: sending goes on', (epoch) => {
    expect(decideEpoch({ database: ours(epoch), file: file(epoch), ownKey: true, now })).toEqual({
      kind: 'same',
      mark: ours(epoch),
    });
  });

  it.each<[what: string, database: EpochMark, found: EpochFile, reason: HoldReason]>([
    ['the database was restored from a backup', ours(6), file(7), 'database_older_than_file'],
    ['a confirmation crashed between file and database', ours(6), file(28_000_000), 'database_older_than_file'],
    ['the file was restored, or another server ran the database', ours(7), file(6), 'file_older_than_database'],
    [
      'the database was restored from a backup of the same life',
      ours(7, 41),
      file(7, 'ours', 42),
      'database_older_than_file',
    ],
    ['the database was moved or cloned', ours(7), absent, 'no_file'],
    ['the file is damaged', ours(7), damaged, 'file_damaged'],
    ['the database was exchanged, epochs equal', ours(7), file(7, 'theirs'), 'other_installation'],
    ['the database was exchanged for an older one', ours(6), file(7, 'theirs'), 'other_installation'],
    ['the database was exchanged for a newer one', ours(8), file(7, 'theirs'), 'other_installation'],
  ])('sending is held: %s', (_what, database, found, reason) => {
    const mark = found.kind === 'present' ? found.mark : null;
    expect(decideEpoch({ database, file: found, ownKey: true, now })).toEqual({
      kind: 'hold',
      reason,
      database,
      file: mark,
    });
  });

  it('a database ahead of its file in its pulse is at home: other programs count too, and the file is written second', () => {
    expect(decideEpoch({ database: ours(7, 43), file: file(7, 'ours', 42), ownKey: true, now }).kind).toBe('same');
  });

  it('sending is held: database and file were moved together to another computer', () => {
    const decision = decideEpoch({ database: ours(7), file: file(7), ownKey: false, now });
    expect(decision).toMatchObject({ kind: 'hold', reason: 'other_server' });
  });

  it('another key is no news where database and file differ already', () => {
    const decision = decideEpoch({ database: ours(7), file: absent, ownKey: false, now });
    expect(decision).toMatchObject({ kind: 'hold', reason: 'no_file' });
  });

  it.each<[what: string, found: EpochFile, epoch: number]>([
    ['in an empty folder', absent, BY_CLOCK],
    ['after a first start that crashed when only the file was written', file(BY_CLOCK), BY_CLOCK + 1],
    ['in the folder of a database that was thrown away', file(5000, 'theirs'), 5001],
    ['beside an old file of another installation', file(3, 'theirs'), BY_CLOCK],
    ['beside a damaged file', damaged, BY_CLOCK],
  ])('a new database starts at once: %s', (_what, found, epoch) => {
    expect(decideEpoch({ database: ours(0), file: found, ownKey: true, now })).toEqual({
      kind: 'fresh',
      next: ours(epoch),
    });
  });

  it('a clock before 2026 still gives a positive epoch', () => {
    const early = new Date('1970-01-01T00:00:00Z');
    expect(decideEpoch({ database: ours(0), file: absent, ownKey: true, now: early })).toEqual({
      kind: 'fresh',
      next: ours(1),
    });
  });
});

describe('what an administrator may answer', () => {
  it.each<[EpochMark, EpochFile, number]>([
    [ours(6), file(7), BY_CLOCK],
    [ours(6), file(4000), 4001],
    [ours(4000), file(7), 4001],
    [ours(4000), absent, 4001],
    [ours(7), damaged, BY_CLOCK],
    [ours(7), file(4000, 'theirs'), 4001],
  ])('a new epoch is greater than both: %o, %o', (database, found, epoch) => {
    const hold = holdFor(database, found);
    expect(resolveHold(hold, 'new_epoch', now)).toEqual(ours(epoch));
  });

  it('once written to both, the next start sends; written to the file only, it holds again', () => {
    const next = resolveHold(holdFor(ours(6), file(7)), 'new_epoch', now);
    if (next === null) throw new Error('refused');
    const written: EpochFile = { kind: 'present', mark: next, sign };
    expect(decideEpoch({ database: next, file: written, ownKey: true, now }).kind).toBe('same');
    expect(holdFor(ours(6), written).reason).toBe('database_older_than_file');
  });

  it('a lost file does not lead back to an epoch that the lost database had used', () => {
    const lost = resolveHold(holdFor(ours(1), file(2)), 'new_epoch', now);
    const later = new Date(now.getTime() + 60_000);
    const restoredElsewhere = resolveHold(holdFor(ours(1), absent), 'new_epoch', later);
    expect(restoredElsewhere?.epoch).toBeGreaterThan(lost?.epoch ?? Number.POSITIVE_INFINITY);
  });

  it.each<[EpochMark, EpochFile, readonly HoldAnswer[]]>([
    [ours(7), absent, ['new_epoch', 'joins_running']],
    [ours(7), file(6), ['new_epoch', 'joins_running']],
    [ours(6), file(7), ['new_epoch']],
    [ours(7), damaged, ['new_epoch']],
    [ours(7), file(7, 'theirs'), ['new_epoch']],
  ])('%o, %o: %o', (database, found, answers) => {
    const hold = holdFor(database, found);
    expect(answersTo(hold)).toEqual(answers);
    const joined = answers.includes('joins_running') ? database : null;
    expect(resolveHold(hold, 'joins_running', now)).toEqual(joined);
  });
});

describe('what a running program finds when it looks again', () => {
  it.each<[what: string, database: EpochMark, found: EpochFile]>([
    ['nothing has changed', ours(7, 5), file(7, 'ours', 5)],
    ['other programs have counted on', ours(7, 9), file(7, 'ours', 5)],
  ])('at home: %s', (_what, database, found) => {
    expect(lookAgain({ database, file: found, known: 7 })).toEqual({ kind: 'home' });
  });

  it.each<[what: string, found: EpochFile]>([
    ['another server has confirmed', file(7)],
    ['a hold was confirmed that this folder had no file for', absent],
    ['a hold was confirmed that the damaged file was the reason of', damaged],
  ])('the file follows the database: %s', (_what, found) => {
    expect(lookAgain({ database: ours(8), file: found, known: 7 })).toEqual({ kind: 'follow' });
  });

  it.each<[what: string, database: EpochMark, found: EpochFile, reason: HoldReason]>([
    ['another program took the state folder over and confirmed', ours(7), file(8), 'database_older_than_file'],
    ['a copy of the database counts in the same file', ours(7, 5), file(7, 'ours', 6), 'database_older_than_file'],
    ['the database was restored under the running program', ours(6), file(7), 'database_older_than_file'],
    ['the file was exchanged for an older one', ours(7), file(6), 'file_older_than_database'],
    ['the file is gone', ours(7), absent, 'no_file'],
    ['the file belongs to others', ours(8), file(7, 'theirs'), 'other_installation'],
  ])('lost: %s', (_what, database, found, reason) => {
    expect(lookAgain({ database, file: found, known: 7 })).toEqual({ kind: 'lost', reason });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestDeps } from '../../test/support/deps.ts';
import { createFirm } from '../../test/support/firm.ts';
import { readInstance } from '../db/instance.ts';
import type { EpochFile } from '../domain/epoch.ts';
import type { Deps } from './deps.ts';
import type { EpochMirror } from './epoch-mirror.ts';
import { establishInstance } from './establish-instance.ts';
import { createEpochWatch, type EpochWatch } from './watch-epoch.ts';

let test: TestDatabase;
let deps: Deps;
let file: EpochFile;
let writes: number;
let watch: EpochWatch;
let known: number;

const mirror: EpochMirror = {
  readEpoch: async () => file,
  writeEpoch: async (mark, sign) => {
    writes += 1;
    file = { kind: 'present', mark, sign };
  },
};

beforeEach(async () => {
  test = await createTestDatabase();
  deps = createTestDeps(test.db);
  file = { kind: 'absent' };
  await establishInstance(deps, mirror);
  known = (await readInstance(test.db)).epoch;
  writes = 0;
  watch = createEpochWatch(deps, mirror, { joins: false, known });
});
afterEach(() => test.drop());

const pulse = async () => (await readInstance(test.db)).pulse;
const held = async () => (await readInstance(test.db)).holdReason;
const inFile = () => (file.kind === 'present' ? file.mark : null);
const nextEpoch = () =>
  test.db
    .updateTable('instance')
    .set({ epoch: known + 5 })
    .execute();

describe('the pulse', () => {
  it('rests while nothing is sent, so that an idle server writes nothing', async () => {
    const before = await pulse();
    for (let n = 0; n < 3; n += 1) await watch.look();
    expect([await pulse(), writes]).toEqual([before, 0]);
  });

  it('beats when somebody may have sent since, and its mirror follows with the newest message', async () => {
    await createFirm(test.db, { contacts: 0 });
    await test.db
      .updateTable('gateway')
      .set({ nextRequestAt: new Date(Date.now() + 500) })
      .execute();
    const before = await pulse();
    await watch.look();
    expect(await pulse()).toBe(before + 1);
    expect(inFile()).toMatchObject({ epoch: known, pulse: before + 1 });
  });

  it.each([
    ['an hour ago', -3_600_000],
    ['in the future, by a clock that was set back', 3_600_000],
  ])('beats when the last one was %s', async (_when, shift) => {
    await test.db
      .updateTable('instance')
      .set({ pulseAt: new Date(Date.now() + shift) })
      .execute();
    const before = await pulse();
    await watch.look();
    expect(await pulse()).toBe(before + 1);
  });

  it('beats at a stop, whatever happened', async () => {
    const before = await pulse();
    await watch.leave();
    expect([await pulse(), inFile()?.pulse]).toEqual([before + 1, before + 1]);
  });

  it('stands still while sending is held: the mirror is a witness then', async () => {
    await test.db.updateTable('instance').set({ holdReason: 'no_file', heldAt: new Date() }).execute();
    const before = [await pulse(), file];
    await watch.look();
    await watch.leave();
    expect([await pulse(), file]).toEqual(before);
  });
});

describe('a running server that looks again', () => {
  it('holds everything when its file is ahead of the database, and does not touch the file', async () => {
    const mark = { installationId: inFile()?.installationId ?? '', epoch: known, pulse: 999 };
    const theirs: EpochFile = { kind: 'present', mark, sign: { lastMessageId: null, at: null } };
    file = theirs;
    expect(await watch.look()).toBeNull();
    expect(await held()).toBe('database_older_than_file');
    await watch.leave();
    expect(file).toBe(theirs);
  });

  it.each<[what: string, broken: EpochFile, reason: string]>([
    ['unreadable', { kind: 'damaged', fault: 'EBUSY' }, 'file_damaged'],
    ['gone', { kind: 'absent' }, 'no_file'],
  ])(
    'takes a file that is %s for a moment for what it is, and for longer as a reason to hold',
    async (_what, broken, reason) => {
      const good = file;
      file = broken;
      await watch.look();
      await watch.look();
      expect(await held()).toBeNull();
      file = good;
      await watch.look();
      file = broken;
      await watch.look();
      await watch.look();
      expect(await held()).toBeNull();
      await watch.look();
      expect(await held()).toBe(reason);
    },
  );

  it('follows an epoch that was confirmed at another server, whatever its own file says', async () => {
    for (const state of [file, { kind: 'absent' }, { kind: 'damaged', fault: 'x' }] as const) {
      file = state;
      await nextEpoch();
      known += 5;
      expect(await watch.look()).toBeNull();
      expect([await held(), inFile()?.epoch]).toEqual([null, known]);
    }
  });

  it('does not follow a file that was exchanged for an older one', async () => {
    if (file.kind === 'present') file = { ...file, mark: { ...file.mark, epoch: known - 1 } };
    await watch.look();
    expect(await held()).toBe('file_older_than_database');
  });
});

describe('a further worker', () => {
  beforeEach(() => {
    watch = createEpochWatch(deps, mirror, { joins: true, known });
  });

  it('stops alone when it is its own file that fails it', async () => {
    if (file.kind === 'present') file = { ...file, mark: { ...file.mark, installationId: 'other' } };
    expect(await watch.look()).toBe('other_installation');
    expect(await held()).toBeNull();
  });

  it('holds everybody when the database proves to be old', async () => {
    if (file.kind === 'present') file = { ...file, mark: { ...file.mark, pulse: 999 } };
    expect(await watch.look()).toBeNull();
    expect(await held()).toBe('database_older_than_file');
  });
});

import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideEpoch } from '../domain/epoch.ts';
import { readEpochFile, writeEpochFile } from './epoch-file.ts';

const mark = { installationId: '2f0c1f9e-0000-4000-8000-000000000001', epoch: 28_080_000, pulse: 7 };
const sign = { lastMessageId: 4711, at: new Date('2026-11-22T12:00:00Z') };

let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'goniec ')), 'epoch.json');
});
afterEach(() => rm(join(path, '..'), { recursive: true, force: true }));

describe('the epoch file', () => {
  it('is absent until it is written, then says what was written last', async () => {
    expect(await readEpochFile(path)).toEqual({ kind: 'absent' });
    await writeEpochFile(path, { ...mark, epoch: 1 }, { lastMessageId: null, at: null });
    await writeEpochFile(path, mark, sign);
    expect(await readEpochFile(path)).toEqual({ kind: 'present', mark, sign });
    expect(await readdir(join(path, '..'))).toEqual(['epoch.json']);
  });

  it.skipIf(process.platform === 'win32')('is private', async () => {
    await writeEpochFile(path, mark, sign);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['nothing', ''],
    ['a part', '{"installationId":"2f0c1f9e","epo'],
    ['zeros, as after a loss of power', '\0'.repeat(64)],
    ['no epoch', '{"installationId":"a"}'],
    ['an epoch of a new database', '{"installationId":"a","epoch":0}'],
    ['a negative epoch', '{"installationId":"a","epoch":-1}'],
    ['a broken epoch', '{"installationId":"a","epoch":1.5}'],
    ['an epoch beyond what is counted exactly', '{"installationId":"a","epoch":9007199254740993}'],
    ['an epoch as text', '{"installationId":"a","epoch":"1"}'],
    ['an empty installation', '{"installationId":"","epoch":1}'],
    ['a list', '[]'],
    ['a broken pulse', '{"installationId":"a","epoch":1,"pulse":-1}'],
    ['a moment that is none', '{"installationId":"a","epoch":1,"at":"yesterday"}'],
  ])('with %s is damaged: sending is held, nothing crashes', async (_what, text) => {
    await writeFile(path, text);
    const file = await readEpochFile(path);
    expect(file.kind).toBe('damaged');
    const decision = decideEpoch({ database: mark, file, ownKey: true, now: new Date() });
    expect(decision).toMatchObject({ kind: 'hold', reason: 'file_damaged' });
  });

  it('that cannot be read is damaged too, with the cause', async () => {
    await mkdir(path);
    expect(await readEpochFile(path)).toMatchObject({ kind: 'damaged', fault: expect.stringContaining('EISDIR') });
  });

  it('of an older version has no pulse and no sign of life', async () => {
    await writeFile(path, '{"installationId":"a","epoch":3}');
    expect(await readEpochFile(path)).toEqual({
      kind: 'present',
      mark: { installationId: 'a', epoch: 3, pulse: 0 },
      sign: { lastMessageId: null, at: null },
    });
  });

  it('is never written with a mark that could not be read back', async () => {
    await expect(writeEpochFile(path, { ...mark, epoch: 0 }, sign)).rejects.toThrow('epoch');
    expect(await readEpochFile(path)).toEqual({ kind: 'absent' });
  });
});

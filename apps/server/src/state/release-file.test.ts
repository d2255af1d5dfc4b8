import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lineOf } from '../domain/entitlement.ts';
import { signedText } from './catalogue.ts';
import { loadReleases, type ReleaseFiles, storeReleases } from './release-file.ts';

const ours = generateKeyPairSync('ed25519');
const theirs = generateKeyPairSync('ed25519');

function catalogueText(issuedOn: string, signer = ours): string {
  const catalogue = { issuedOn, releases: [{ line: '8.3', releasedOn: '2017-10-01' }] };
  const signature = sign(null, signedText(catalogue), signer.privateKey).toString('base64url');
  return JSON.stringify({ ...catalogue, signature });
}

let folder = '';
let files: ReleaseFiles = { refreshed: '' };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec '));
  files = {
    refreshed: join(folder, 'releases.json'),
    builtIn: join(folder, 'built-in.json'),
    publicKey: ours.publicKey,
  };
  await writeFile(join(folder, 'built-in.json'), catalogueText('2018-01-01'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const issued = async () => (await loadReleases(files)).catalogue.issuedOn;

describe('the catalogue that counts', () => {
  it('is the built-in one as long as there is no other', async () => {
    const known = await loadReleases(files);
    expect(known).toMatchObject({ catalogue: { issuedOn: '2018-01-01' }, buildDate: '2018-01-01', refused: null });
  });

  it('is a newer genuine one from the state folder, while the build keeps its date', async () => {
    await writeFile(files.refreshed, catalogueText('2018-10-02'));
    const known = await loadReleases(files);
    expect(known).toMatchObject({ catalogue: { issuedOn: '2018-10-02' }, buildDate: '2018-01-01', refused: null });
  });

  it.each([
    ['wrong_signature', catalogueText('2018-10-02', theirs)],
    ['older', catalogueText('2017-12-31')],
    ['malformed', '<html>'],
    ['malformed', ''],
  ])('stays the built-in one beside a file that is %s', async (refused, text) => {
    await writeFile(files.refreshed, text);
    expect(await loadReleases(files)).toMatchObject({ catalogue: { issuedOn: '2018-01-01' }, refused });
  });

  it('without any, nothing is known and nothing fails', async () => {
    await rm(join(folder, 'built-in.json'));
    expect((await loadReleases(files)).catalogue.releases).toEqual([]);
  });
});

describe('a catalogue somebody brings', () => {
  it('is kept when it is genuine and newer', async () => {
    expect(await storeReleases(catalogueText('2018-10-02'), files)).toBeNull();
    expect(await issued()).toBe('2018-10-02');
  });

  it.each([
    ['wrong_signature', catalogueText('2019-10-02', theirs)],
    ['older', catalogueText('2018-06-01')],
    ['malformed', '{}'],
  ])('that is %s leaves the one in use', async (refusal, text) => {
    await storeReleases(catalogueText('2018-10-02'), files);
    const before = await readFile(files.refreshed, 'utf8');
    expect(await storeReleases(text, files)).toBe(refusal);
    expect(await readFile(files.refreshed, 'utf8')).toBe(before);
  });
});

describe('the catalogue built into this version', () => {
  it('is genuine and knows the line of this version', async () => {
    const { catalogue, refused } = await loadReleases({ refreshed: files.refreshed });
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    const { version } = z.object({ version: z.string() }).parse(manifest);
    expect(catalogue.releases.map(({ line }) => line)).toContain(lineOf(version));
    expect(refused).toBeNull();
  });
});

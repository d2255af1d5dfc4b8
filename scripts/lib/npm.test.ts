import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmCommand } from './npm.mjs';

const script = join('node_modules', 'npm', 'bin', 'npm-cli.js');
const node = join('/', 'opt', 'node', 'bin', 'node');

function command(env: Record<string, string>, platform: string, ...files: string[]) {
  return npmCommand({ env, execPath: node, platform, exists: (path) => files.includes(path) });
}

describe('npmCommand', () => {
  it('runs the npm that started us, with the Node that npm runs on', () => {
    const env = { npm_execpath: '/npm/bin/npm-cli.js', npm_node_execpath: '/usr/bin/node' };
    expect(command(env, 'linux')).toEqual({ file: '/usr/bin/node', args: ['/npm/bin/npm-cli.js'] });
    expect(command({ npm_execpath: '/npm/bin/npm-cli.js' }, 'linux')).toEqual({
      file: node,
      args: ['/npm/bin/npm-cli.js'],
    });
  });

  it('does not take another package manager for npm', () => {
    const beside = join('/', 'opt', 'node', 'lib', script);
    expect(command({ npm_execpath: '/yarn/bin/yarn.js' }, 'linux', beside)).toEqual({ file: node, args: [beside] });
  });

  it('finds the npm beside Node on Windows', () => {
    const beside = join('/', 'opt', 'node', 'bin', script);
    expect(command({}, 'win32', beside)).toEqual({ file: node, args: [beside] });
  });

  it('finds the script of an npm.cmd on the Path of Windows', () => {
    const folder = join('/', 'Program Files', 'nodejs');
    const found = command({ Path: ['/x', folder].join(delimiter) }, 'win32', join(folder, script));
    expect(found).toEqual({ file: node, args: [join(folder, script)] });
  });

  it('finds npm on the PATH elsewhere', () => {
    const env = { PATH: ['/x', join('/', 'usr', 'bin')].join(delimiter) };
    expect(command(env, 'linux', join('/', 'usr', 'bin', 'npm'))).toEqual({ file: 'npm', args: [] });
  });

  it('admits that there is none', () => {
    expect(command({ PATH: '/x' }, 'linux')).toBeUndefined();
    expect(command({}, 'win32')).toBeUndefined();
  });
});

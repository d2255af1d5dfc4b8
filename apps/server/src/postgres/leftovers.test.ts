import { describe, expect, it } from 'vitest';
import { parsePidFile, relationOf, type ClusterIdentity } from './leftovers.ts';

const cluster: ClusterIdentity = { data: '/srv/dane ż/data', tag: 'goniec-0123456789ab', folderId: '8:42' };
const server = ['/opt/a b/bin/postgres', '-D', '/srv/dane ż/data', '-c', 'cluster_name=goniec-0123456789ab'];
const byHand = ['/usr/lib/postgresql/18/bin/postgres', '-D', '/srv/dane ż/data'];
const moved = ['/opt/bin/postgres', '-D', '/srv/old/data', '-c', 'cluster_name=goniec-ba9876543210'];
const oneLine = [server.join(' ')];

describe('what a process is to a cluster', () => {
  it.each([
    ['our server in our folder', server, '8:42', 'leftover'],
    ['a child of our server', ['postgres: goniec-0123456789ab: postgres app [local] SELECT'], '8:42', 'leftover'],
    ['our server, its home renamed since it started', moved, '8:42', 'leftover'],
    ['our server seen from a container that hides folders', server, undefined, 'leftover'],
    ['our server in a line of ps', oneLine, undefined, 'leftover'],
    ['a child of ours in a line of ps', ['postgres: goniec-0123456789ab: walwriter'], undefined, 'leftover'],
    ['the server of another home', moved, '8:43', 'unrelated'],
    ['the server of another home, folder hidden', moved, undefined, 'unrelated'],
    ['a longer tag that begins like ours', ['postgres: goniec-0123456789abc: walwriter'], undefined, 'unrelated'],
    ['a server somebody started by hand on our folder', byHand, '8:42', 'foreign_server'],
    ['the same with a hidden folder', byHand, undefined, 'foreign_server'],
    ['the same in a line of ps', [byHand.join(' ')], undefined, 'foreign_server'],
    ['another PostgreSQL of the machine', ['/usr/bin/postgres', '-D', '/var/lib/pg'], '8:9', 'unrelated'],
    ['another PostgreSQL, folder hidden', ['/usr/bin/postgres', '-D', '/var/lib/pg'], undefined, 'unrelated'],
    ['an administrator’s shell in our folder', ['-bash'], '8:42', 'unrelated'],
    ['a log being watched', ['tail', '-f', '/srv/dane ż/data/log'], undefined, 'unrelated'],
    ['a program that got the pid', ['sleep', '1000'], '8:1', 'unrelated'],
    ['a process without a command', [''], undefined, 'unrelated'],
  ] as const)('%s', (_, command, folderId, relation) => {
    expect(relationOf({ pid: 7, command, ...(folderId !== undefined && { folderId }) }, cluster)).toBe(relation);
  });
});

const file = (pid: string, state: string): string => `${pid}\n/data\n1795357896\n5432\n/run\n\n 22 9\n${state}\n`;

describe('a pid file', () => {
  it.each([
    ['a server that takes connections', file('812', 'ready   '), { pid: 812, ready: true }],
    ['one that is still recovering', file('812', 'starting'), { pid: 812, ready: false }],
    ['one that is stopping', file('812', 'stopping'), { pid: 812, ready: false }],
    ['a process without a postmaster', file('-812', 'ready   '), { pid: 812, ready: true }],
    ['the first lines only', '812\n/data\n', { pid: 812, ready: false }],
    ['nothing (power loss)', '', { pid: 0, ready: false }],
    ['rubbish', '\0\0\0\0', { pid: 0, ready: false }],
  ])('of %s', (_, text, expected) => {
    expect(parsePidFile(text)).toEqual(expected);
  });
});

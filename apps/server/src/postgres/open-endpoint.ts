import { canWrite } from './choose-way.ts';
import { clearSocket, freePort, SOCKET_PORT, socketFits, type Endpoint } from './endpoint.ts';
import type { Home } from './home.ts';
import type { Program } from './program.ts';
import type { RunAs } from './run-as.ts';
import { openRuntimeFolder } from './runtime-folder.ts';

/**
 * The socket at home, or in a short folder if its path at home is longer than the system allows. A dead server's socket
 * is removed; its lock file would keep a new server from starting when its pid means somebody else by now.
 */
export async function openSocketEndpoint(
  home: Home,
  program: Program,
  runAs: RunAs,
  platform: NodeJS.Platform,
  tmpFolders: readonly string[],
): Promise<Endpoint> {
  const folder = socketFits(home.run, platform)
    ? home.run
    : await shortFolder(home, program, runAs, platform, tmpFolders);
  await clearSocket(folder);
  return { kind: 'socket', folder, port: SOCKET_PORT };
}

export async function openTcpEndpoint(password: string): Promise<Endpoint> {
  return { kind: 'tcp', host: '127.0.0.1', port: await freePort(), password };
}

async function shortFolder(
  home: Home,
  program: Program,
  runAs: RunAs,
  platform: NodeJS.Platform,
  tmpFolders: readonly string[],
): Promise<string> {
  for (const tmpFolder of tmpFolders) {
    const folder = await openRuntimeFolder(tmpFolder, home.tag, process.getuid?.() ?? 0, runAs.owner).catch(
      () => undefined,
    );
    if (folder === undefined || !socketFits(folder, platform)) continue;
    if (await canWrite(program, runAs, folder)) return folder;
  }
  throw new Error(`no folder for the socket could be made in ${tmpFolders.join(', ')}; set TMPDIR to a short path`);
}

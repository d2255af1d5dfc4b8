import { parseCommand, USAGE } from './cli-options.ts';
import { startEmulator, type Emulator } from './emulator.ts';
import type { EmulatorOptions } from './options.ts';
import { welcome } from './welcome.ts';

const fail = (message: string): void => {
  process.stderr.write(`smsapi-emulator: ${message}\n`);
  process.exitCode = 1;
};

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isStopMessage = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'event' in message && message.event === 'stop';

/** A parent with a channel decides when we stop; it gets Ctrl+C itself, so that one is not for us. */
const obeyParent = (stop: () => void, url: string): void => {
  process.on('message', (message) => {
    if (isStopMessage(message)) stop();
  });
  process.on('disconnect', stop);
  process.on('SIGINT', () => undefined);
  process.send?.({ event: 'ready', url });
};

const shutDown = async (emulator: Emulator): Promise<void> => {
  try {
    await emulator.close();
  } catch (error) {
    fail(sentenceOf(error));
  }
  // An open channel would keep the process alive.
  if (process.connected) process.disconnect?.();
};

const obeySignals = (emulator: Emulator): void => {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= shutDown(emulator);
  };
  process.on('SIGTERM', stop);
  if (process.send === undefined) process.on('SIGINT', stop);
  else obeyParent(stop, emulator.url);
};

const start = async (options: EmulatorOptions): Promise<void> => {
  try {
    const emulator = await startEmulator(options);
    obeySignals(emulator);
    const { url, token, account } = emulator;
    const started = { url, token, profile: emulator.scenario.name, points: account.points };
    process.stdout.write(welcome(started, process.platform));
  } catch (error) {
    fail(sentenceOf(error));
  }
};

const command = parseCommand(process.argv.slice(2), process.env);
if (command.kind === 'help') process.stdout.write(USAGE);
else if (command.kind === 'wrong') fail(`${command.message} Try --help.`);
else await start(command.options);

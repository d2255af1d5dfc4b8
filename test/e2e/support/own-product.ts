import { rm } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { launch, type Running } from '../../support/launch.ts';
import { nobodyLeft } from '../../support/processes.ts';

/** A product for one journey alone, with nothing in it and no emulator; it is gone when the test is over. */
export async function startOwnProduct(home: string, env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const goniec = await launch({ home, env: { GONIEC_EMULATOR: 'off', ...env } });
  onTestFinished(async () => {
    await goniec.stop();
    await nobodyLeft(home);
    await rm(home, { recursive: true, force: true });
  });
  return goniec;
}

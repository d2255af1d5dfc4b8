import type { Db } from '../../src/db/database.ts';
import { queue } from '../../src/jobs/runner.ts';
import { createLog } from '../../src/log.ts';
import { providers } from '../../src/providers/registry.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { createTestVault } from './vault.ts';

/** What use cases get in tests: everything real but the clock and the key file. */
export function createTestDeps(db: Db, overrides: Partial<Omit<Deps, 'db'>> = {}): Deps {
  return {
    db,
    clock: () => new Date(),
    queue,
    providers,
    vault: createTestVault(),
    log: createLog('silent', 'test'),
    line: '0.1',
    leaseGraceMs: 30_000,
    publicUrl: 'http://127.0.0.1:7300',
    emulator: null,
    ...overrides,
  };
}

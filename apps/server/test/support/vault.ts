import { randomBytes } from 'node:crypto';
import { createVault, type Vault } from '../../src/secrets/vault.ts';

/** The vault of a server of its own: every call is another key file. */
export function createTestVault(installationId = '00000000-0000-4000-8000-000000000001'): Vault {
  return createVault({ keyFile: randomBytes(32), factor: 'test', installationId });
}

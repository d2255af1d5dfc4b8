import type { Config } from './config.ts';
import { readInstance } from './db/instance.ts';
import { decideEpoch } from './domain/epoch.ts';
import type { Log } from './log.ts';
import { ProgramError } from './program-error.ts';
import { loadOrCreateKeyFile } from './secrets/key-file.ts';
import { detectFactor, readMachineFactor } from './secrets/machine-factor.ts';
import { createVault, type Vault } from './secrets/vault.ts';
import { readEpochFile, writeEpochFile } from './state/epoch-file.ts';
import { openHome } from './state/home.ts';
import { openStorage, type Storage } from './storage.ts';
import type { EpochMirror } from './usecases/epoch-mirror.ts';
import { establishInstance } from './usecases/establish-instance.ts';
import { loadReleases } from './usecases/load-releases.ts';
import { loadReleases as readReleases } from './state/release-file.ts';

/** The parts that bind this program to its computer: database, key, epoch. */
export interface OpenServer {
  readonly storage: Storage;
  readonly vault: Vault;
  readonly mirror: EpochMirror;
  /** The epoch this program begins with. */
  readonly epoch: number;
}

/** Opens state folder, database and key, and finds out whether this database is at home here (design sections 4 and 6). */
export async function openServer(config: Config, log: Log, clock: () => Date, joins: boolean): Promise<OpenServer> {
  const { paths, exposure } = await speak(openHome(config.home));
  if (exposure === 'writable') log.warn({ folder: paths.folder }, 'home.writable_by_others');
  const storage = await openStorage(config, paths.cluster, log);
  try {
    const keyFile = await speak(loadOrCreateKeyFile(config.keyFile));
    const factor = await speak(
      readMachineFactor(config.machineFactor === 'auto' ? await detectFactor() : config.machineFactor),
    );
    const { installationId } = await readInstance(storage.db);
    const vault = createVault({ keyFile, factor, installationId });
    const mirror: EpochMirror = {
      readEpoch: () => readEpochFile(paths.epochFile),
      writeEpoch: (mark, sign) => writeEpochFile(paths.epochFile, mark, sign),
    };
    if (joins) await mustBeHome(storage, vault, mirror, clock());
    const instance = await establishInstance({ db: storage.db, clock, vault }, mirror);
    await loadReleases({ db: storage.db, log }, await readReleases({ refreshed: paths.releasesFile }));
    if (instance.hold) log.warn({ reason: instance.hold }, 'sending.held');
    const { epoch } = await readInstance(storage.db);
    return { storage, vault, mirror, epoch };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/**
 * A worker without the server's epoch or key would put the hold of a moved database on everybody: it does not start instead. A
 * database that proves to be old is held all the same.
 */
async function mustBeHome({ db }: Storage, vault: Vault, mirror: EpochMirror, now: Date): Promise<void> {
  const file = await mirror.readEpoch();
  const { keyCheck, ...database } = await readInstance(db);
  const ownKey = keyCheck === null || vault.matches(keyCheck);
  const decision = decideEpoch({ database, file, ownKey, now });
  if (decision.kind === 'same') return;
  if (decision.kind === 'hold' && decision.reason === 'database_older_than_file') return;
  if (decision.kind === 'hold' && decision.reason === 'other_server')
    throw new ProgramError(
      'key_differs',
      'Klucz tego komputera nie jest kluczem serwera tej bazy. Skopiuj do GONIEC_HOME plik server.key z folderu danych serwera, a gdy programy tej bazy działają na kilku komputerach, ustaw wszędzie GONIEC_MACHINE_FACTOR=none. / The key of this computer is not that of the server of this database: copy server.key, and set GONIEC_MACHINE_FACTOR=none everywhere.',
    );
  throw new ProgramError(
    'epoch_differs',
    'Ten komputer nie ma pliku epoki serwera tej bazy. Skopiuj do GONIEC_HOME pliki epoch.json i server.key z folderu danych serwera. / This computer lacks the epoch file of the server of this database: copy epoch.json and server.key from its state folder.',
  );
}

/** The errors of these modules are already sentences for the administrator. */
async function speak<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && ['HomeError', 'KeyFileError', 'MachineFactorError'].includes(error.name))
      throw new ProgramError(error.name, error.message, error);
    throw error;
  }
}

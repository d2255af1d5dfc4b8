import type { EpochFile, EpochMark, LifeSign } from '../domain/epoch.ts';

/** The mirror of the epoch outside the database: a file in the state folder of this program. */
export interface EpochMirror {
  /** Never throws: a file that cannot be read is an answer too. */
  readonly readEpoch: () => Promise<EpochFile>;
  /** Returns when the mark is on the disk. */
  readonly writeEpoch: (mark: EpochMark, sign: LifeSign) => Promise<void>;
}

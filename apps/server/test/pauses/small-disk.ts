import { execFile } from 'node:child_process';
import { chmod, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): Promise<void>;
  /** Gives them back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** A file system in memory; the reason why there is none where this account may not mount one. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | { readonly why: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'goniec-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'goniec-test', folder]);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return { why: `no small disk can be mounted here: ${error instanceof Error ? error.message : String(error)}` };
  }
  await chmod(folder, 0o755);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: async () => {
      const file = await open(filler, 'w');
      try {
        for (let size = 1024 * 1024; size >= 4096;) {
          const written = await file.write(Buffer.alloc(size)).catch(() => null);
          if (written === null || written.bytesWritten < size) size = Math.floor(size / 2);
        }
      } finally {
        await file.close();
      }
    },
    free: () => rm(filler),
    remove: async () => {
      await run('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

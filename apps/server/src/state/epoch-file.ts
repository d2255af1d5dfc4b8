// The mirror of the database's epoch in the state folder. Losing or losing track of it delays sending, never repeats it:
// see domain/epoch.ts.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EpochFile, EpochMark } from '../domain/epoch.ts';
import { hasCode, replaceFile } from './atomic-file.ts';

const markSchema = z.object({
  installationId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  epoch: z.int().positive(),
});

/** Never throws: a file that cannot be read or understood is an answer too. */
export async function readEpochFile(path: string): Promise<EpochFile> {
  try {
    const mark = markSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return mark.success
      ? { kind: 'present', mark: mark.data }
      : { kind: 'damaged', fault: z.prettifyError(mark.error) };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { kind: 'absent' };
    return { kind: 'damaged', fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns when the mark is on the disk, name and content: the database may be written next. */
export async function writeEpochFile(path: string, mark: EpochMark): Promise<void> {
  await replaceFile(path, `${JSON.stringify(markSchema.parse(mark), null, 2)}\n`);
}

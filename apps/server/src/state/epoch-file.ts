// The mirror of the database's epoch and pulse in the state folder. Losing or losing track of it delays sending, never repeats
// it: see domain/epoch.ts.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EpochFile, EpochMark, LifeSign } from '../domain/epoch.ts';
import { hasCode, replaceFile } from './atomic-file.ts';

/** Files of older versions have an epoch only. */
const fileSchema = z.object({
  installationId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  epoch: z.int().positive(),
  pulse: z.int().nonnegative().default(0),
  lastMessageId: z.int().positive().nullable().default(null),
  at: z.iso.datetime().nullable().default(null),
});

/** Never throws: a file that cannot be read or understood is an answer too. */
export async function readEpochFile(path: string): Promise<EpochFile> {
  try {
    const found = fileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!found.success) return { kind: 'damaged', fault: z.prettifyError(found.error) };
    const { lastMessageId, at, ...mark } = found.data;
    return { kind: 'present', mark, sign: { lastMessageId, at: at === null ? null : new Date(at) } };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { kind: 'absent' };
    return { kind: 'damaged', fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns when the mark is on the disk, name and content: the database may be written next. */
export async function writeEpochFile(path: string, mark: EpochMark, sign: LifeSign): Promise<void> {
  const content = fileSchema.parse({ ...mark, lastMessageId: sign.lastMessageId, at: sign.at?.toISOString() ?? null });
  await replaceFile(path, `${JSON.stringify(content, null, 2)}\n`);
}

import { announce } from '../db/announcements.ts';
import { beginImportTask, endImportTask, noteImportTask, type ImportTask } from '../db/import-tasks.ts';
import type { Deps } from './deps.ts';

/** Told by long work as it goes. */
export interface Progress {
  /** How many rows there are, and how often each is gone through; counting begins. */
  readonly of: (rows: number, passes: number) => void;
  /** So many more rows went through a pass. */
  readonly done: (rows: number) => void;
}

/** People see a bar move a few times a second; more often would only cost. */
const EVERY_MS = 300;

/** Work that waits says this often that it is still there. */
const HEARTBEAT_MS = 5_000;

/**
 * Does long work on an import while its progress can be read (`import_task`). It is written beside the transaction of the work,
 * which nobody sees into before it ends; and it is only told: when it cannot be written, the work goes on.
 */
export async function withProgress<T>(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  task: Pick<ImportTask, 'companyId' | 'importId' | 'kind' | 'fileName'>,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const told = { rows: 0, passes: 1, gone: 0 };
  const event = { type: 'import.progress', companyId: String(task.companyId), id: null } as const;
  const tell = (write: () => Promise<void>) =>
    write()
      .then(() => announce(db, event))
      .catch((error: unknown) => log.warn({ err: error }, 'progress of an import could not be told'));
  let taskId: number | null = null;
  let last = Promise.resolve();
  let toldAt = 0;
  const note = () => {
    if (taskId === null || performance.now() - toldAt < EVERY_MS) return;
    const id = taskId;
    toldAt = performance.now();
    last = last.then(() => tell(() => noteImportTask(db, id, { done: goneOf(told), total: told.rows })));
  };
  await tell(async () => {
    taskId = await beginImportTask(db, task);
  });
  const heartbeat = setInterval(note, HEARTBEAT_MS);
  try {
    return await work({
      of: (rows, passes) => {
        Object.assign(told, { rows, passes, gone: 0 });
        note();
      },
      done: (rows) => {
        told.gone += rows;
        note();
      },
    });
  } finally {
    clearInterval(heartbeat);
    const id = taskId;
    await last;
    if (id !== null) await tell(() => endImportTask(db, id));
  }
}

const goneOf = ({ rows, passes, gone }: { readonly rows: number; readonly passes: number; readonly gone: number }) =>
  Math.min(rows, Math.floor(gone / passes));

import type { Db } from '../db/database.ts';
import {
  lastLineOfStretch,
  linesOfNewerImports,
  writtenConsents,
  writtenContacts,
  writtenContractors,
  type WrittenStretch,
} from '../db/import-undo.ts';
import type { ImportRecord } from '../db/imports.ts';
import { undoRow, type RowUndo } from '../domain/import-undo.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';

/** Rows judged in one go: few enough for memory and locks, enough to make the number of statements small. */
const AT_ONCE = 2_000;

export type JudgedRow = RowUndo & { readonly line: number };
type Applied = Pick<WrittenStretch, 'companyId' | 'importId'>;

/** Only what was applied, wrote something, and kept what was there before. */
export function mayUndo(record: ImportRecord | undefined): Outcome<Applied> {
  if (!record) return refuse('not_found');
  if (record.state === 'undone') return refuse('import_already_undone');
  if (record.state === 'checked') return refuse('import_not_applied');
  if (!record.writes) return refuse('import_not_undoable');
  return done({ companyId: record.companyId, importId: record.id });
}

/** The rows from a line on, as many as are judged in one go; null after the last. */
export async function nextStretch(db: Db, applied: Applied, from: number): Promise<WrittenStretch | null> {
  const to = await lastLineOfStretch(db, { importId: applied.importId, from, size: AT_ONCE });
  return to === null ? null : { ...applied, from, to };
}

/** Lays what a stretch wrote beside what is there today: four queries and a pure rule. */
export async function judgeStretch(db: Db, stretch: WrittenStretch): Promise<JudgedRow[]> {
  const contractors = new Map((await writtenContractors(db, stretch)).map((each) => [each.line, each]));
  const contacts = Map.groupBy(await writtenContacts(db, stretch), ({ line }) => line);
  const consents = Map.groupBy(await writtenConsents(db, stretch), ({ line }) => line);
  const newer = new Set(await linesOfNewerImports(db, stretch));
  const lines = new Set([...contractors.keys(), ...contacts.keys(), ...consents.keys()]);
  return [...lines].map((line) => ({
    line,
    ...undoRow({
      contractor: contractors.get(line) ?? null,
      contacts: contacts.get(line) ?? [],
      consents: consents.get(line) ?? [],
      newerImport: newer.has(line),
    }),
  }));
}

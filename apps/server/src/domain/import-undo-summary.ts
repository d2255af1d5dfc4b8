import type { RowUndo } from './import-undo.ts';
import { undoReasons, type UndoReasonCode } from './import-undo-reasons.ts';
import type { Reason } from './reason.ts';

/** What undoing an import comes to, in numbers. */
export interface UndoSummary {
  readonly rows: { readonly back: number; readonly partly: number; readonly kept: number };
  readonly contractors: { readonly removed: number; readonly restored: number; readonly kept: number };
  readonly contacts: { readonly removed: number; readonly restored: number; readonly kept: number };
  readonly consents: { readonly annulled: number; readonly kept: number };
  /** Why something stays, and in how many rows; the most frequent first. */
  readonly reasons: readonly (Reason & { readonly count: number })[];
}

/** What is kept of the undoing of a row. */
export interface RowUndone {
  readonly result: RowUndo['result'];
  readonly reasons: readonly UndoReasonCode[];
}

export function summariseUndo(rows: readonly RowUndo[]): UndoSummary {
  const contractors = rows.flatMap(({ contractor }) => contractor?.kind ?? []);
  const contacts = rows.flatMap((row) => row.contacts.map(({ kind }) => kind));
  const consents = rows.flatMap((row) => row.consents.map(({ kind }) => kind));
  const results = rows.map(({ result }) => result);
  return {
    rows: { back: count(results, 'back'), partly: count(results, 'partly'), kept: count(results, 'kept') },
    contractors: verdicts(contractors),
    contacts: verdicts(contacts),
    consents: { annulled: count(consents, 'annul'), kept: count(consents, 'keep') },
    reasons: reasonCounts(rows.flatMap(({ reasons }) => reasons)),
  };
}

/** The sum of two stretches of one file. */
export function addUndo(a: UndoSummary, b: UndoSummary): UndoSummary {
  const reasons = [...Map.groupBy([...a.reasons, ...b.reasons], ({ code }) => code).values()].flatMap(
    ([first, ...more]) =>
      first ? [{ ...first, count: more.reduce((sum, { count: next }) => sum + next, first.count) }] : [],
  );
  return {
    rows: add(a.rows, b.rows),
    contractors: add(a.contractors, b.contractors),
    contacts: add(a.contacts, b.contacts),
    consents: add(a.consents, b.consents),
    reasons: reasons.toSorted((x, y) => y.count - x.count),
  };
}

const count = <T>(all: readonly T[], which: T): number => all.filter((each) => each === which).length;

const verdicts = (kinds: readonly ('remove' | 'restore' | 'keep' | 'nothing')[]) => ({
  removed: count(kinds, 'remove'),
  restored: count(kinds, 'restore'),
  kept: count(kinds, 'keep'),
});

function reasonCounts(codes: readonly UndoReasonCode[]): UndoSummary['reasons'] {
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, ...undoReasons[code], count: all.length }))
    .toSorted((a, b) => b.count - a.count);
}

function add<T extends Readonly<Record<string, number>>>(a: T, b: T): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys with their sums
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + (b[key] ?? 0)])) as T;
}

import type { Core } from '../core.ts';
import { resourceId } from '../ids.ts';
import { kept, type ResourceKind, type ResourceShapes } from '../state/resources.ts';

export interface NewId {
  readonly id: string;
  /** Goes into the event that keeps the new entry, so that the id is never handed out again. */
  readonly sequence: number;
}

/** The id of the next entry; `nth` when one request makes several. Nothing has happened yet. */
export const newId = (core: Pick<Core, 'store' | 'seed'>, kind: ResourceKind, nth = 0): NewId => {
  const sequence = core.store.sequence + 1 + nth;
  return { id: resourceId(kind, core.seed, sequence), sequence };
};

/** Keeps new or changed entries; `sequence` is needed only when ids were handed out. */
export const keep = <Kind extends ResourceKind>(
  core: Core,
  kind: Kind,
  entries: readonly ResourceShapes[Kind][],
  sequence: number = core.store.sequence,
): Promise<void> => core.record(kept(kind, entries, sequence));

export const drop = (core: Core, kind: ResourceKind, ids: readonly string[]): Promise<void> =>
  core.record({ type: 'dropped', kind, ids });

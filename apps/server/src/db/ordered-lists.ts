import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';

/**
 * Long lists that a person enters anywhere. OFFSET walks over every row before the one that is wanted, and a filter or an order
 * without an index makes it walk over all of them for each page. So the ids of a list are read once, in their order, in one
 * statement, and kept in memory while nothing has changed: eight bytes a row, 0.2 s for a million (`npm run bench`). After that every page,
 * wherever it is, is a hundred rows by their primary key, and all pages of a list belong to one moment (ADR 0012).
 */
export interface OrderedLists {
  open(source: ListSource): Promise<OrderedList>;
}

export interface ListSource {
  /** Which list: all that decides what is in it and in which order. */
  readonly key: readonly unknown[];
  /** Read before the ids are; another one means that the list may have changed. */
  readonly revision: string;
  /** `select <id> … order by …` */
  readonly ids: RawBuilder<unknown>;
}

export interface OrderedList {
  readonly total: number;
  /** The ids of so many rows from this one on; fewer at the end. */
  slice(offset: number, limit: number): number[];
}

interface Kept {
  readonly revision: string;
  readonly list: Promise<OrderedList>;
  bytes: number;
}

const ID_BYTES = 8;

/** Eight lists of a million rows: the ones used last stay. */
const MOST_BYTES = 64 * 1024 * 1024;

export function createOrderedLists(db: Db, mostBytes = MOST_BYTES): OrderedLists {
  // In the order of their last use.
  const kept = new Map<string, Kept>();

  const makeRoom = () => {
    let bytes = [...kept.values()].reduce((sum, list) => sum + list.bytes, 0);
    for (const [key, list] of kept) {
      if (bytes <= mostBytes || kept.size === 1) return;
      kept.delete(key);
      bytes -= list.bytes;
    }
  };

  const read = (key: string, { revision, ids }: ListSource): Kept => {
    const entry: Kept = {
      revision,
      bytes: 0,
      list: readIds(db, ids).then(
        (buffer) => {
          entry.bytes = buffer.length;
          makeRoom();
          return listOf(buffer);
        },
        (error: unknown) => {
          if (kept.get(key) === entry) kept.delete(key);
          throw error;
        },
      ),
    };
    return entry;
  };

  return {
    open: (source) => {
      const key = JSON.stringify(source.key);
      const known = kept.get(key);
      const entry = known?.revision === source.revision ? known : read(key, source);
      kept.delete(key);
      kept.set(key, entry);
      return entry.list;
    },
  };
}

function listOf(buffer: Buffer): OrderedList {
  const total = buffer.length / ID_BYTES;
  return {
    total,
    slice: (offset, limit) => {
      const first = Math.min(offset, total);
      const length = Math.max(0, Math.min(limit, total - first));
      return Array.from({ length }, (_, nth) => Number(buffer.readBigInt64BE((first + nth) * ID_BYTES)));
    },
  };
}

/** One value for the whole list: a million rows would take twice as long to come over and to be read here. */
async function readIds(db: Db, ids: RawBuilder<unknown>): Promise<Buffer> {
  const { rows } = await sql<{ ids: Buffer | null }>`
    select string_agg(int8send(id), ''::bytea) as ids from (${ids}) as listed(id)`.execute(db);
  return rows[0]?.ids ?? Buffer.alloc(0);
}

/** Changes with every statement that changed the directory of a company, as soon as it is committed. */
export async function directoryRevision(db: Db, companyId: number): Promise<string> {
  // Ids are given when a change is made, not when it is committed: an older one may appear later, so they are counted too.
  const { rows } = await sql<{ revision: string }>`
    select concat(max(id), '/', count(*)) as revision from directory_change where company_id = ${companyId}`.execute(
    db,
  );
  return rows[0]?.revision ?? '';
}

/** Forgets old changes; the newest of each company stays, so that no revision ever comes back. */
export async function forgetDirectoryChanges(db: Db): Promise<void> {
  await sql`
    delete from directory_change c where at < now() - interval '1 day'
      and exists (select from directory_change n where n.company_id = c.company_id and n.id > c.id)`.execute(db);
}

import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The program of this computer signs in with a key whose name nobody has chosen. */
const LOCAL = 'goniec';

/**
 * What people call those who act, by the actor as ledgers and trails keep it (`user:3`, `key:goniec_k3x9`), for all of a page in
 * one question. Whoever is not known by name, such as the program itself, is left out.
 */
export async function nameActors(db: Db, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [users, keys] = [partOf(actors, 'user:').filter((id) => /^\d{1,15}$/.test(id)), partOf(actors, 'key:')];
  if (users.length + keys.length === 0) return new Map();
  const { rows } = await sql<{ actor: string; name: string }>`
    select 'user:' || id as actor, name from app_user where id = any(${users}::bigint[])
    union all
    select 'key:' || prefix, case when local then ${LOCAL} else name end from api_key where prefix = any(${keys}::text[])`.execute(
    db,
  );
  return new Map(rows.map(({ actor, name }) => [actor, name]));
}

const partOf = (actors: readonly string[], kind: string): string[] => [
  ...new Set(actors.filter((actor) => actor.startsWith(kind)).map((actor) => actor.slice(kind.length))),
];

import type { Database } from './database.ts';

/** How messages whose hand-over was unknown for a while came to their end. */
export interface UncertainEnds {
  readonly batches: number;
  /** The same batch was asked for again and the gateway answered 53: it had taken them. */
  readonly taken: number;
  /** The same batch was asked for again and the gateway took them now. */
  readonly sentNow: number;
  /** Their delivery report came first. */
  readonly reported: number;
  readonly open: number;
}

/** Remembers every batch that was ever uncertain: seen in the database, or told of in a program's log. */
export interface UncertainWatch {
  /** A line of a program's log. */
  hear(line: string): void;
  look(database: Database): Promise<void>;
  ends(database: Database): Promise<UncertainEnds>;
}

const LOST = '"batch.worker_lost"';
const RECORDED = '"batch.recorded"';

export function watchUncertain(): UncertainWatch {
  const seen = new Set<number>();
  return {
    hear: (line) => {
      const batchId = uncertainIn(line);
      if (batchId !== null) seen.add(batchId);
    },
    look: async (database) => {
      for (const { id } of await database.ask<{ id: number }>(`select id::int from batch where state = 'uncertain'`))
        seen.add(id);
    },
    ends: async (database) => {
      const [ends] = await database.ask<UncertainEnds>(
        `select count(distinct batch_id)::int as batches,
          count(*) filter (where outcome = 'accepted' and outcome_code = 'already_taken')::int as taken,
          count(*) filter (where outcome = 'accepted' and outcome_code is null and billed_parts is not null)::int as "sentNow",
          count(*) filter (where outcome = 'accepted' and outcome_code is null and billed_parts is null)::int as reported,
          count(*) filter (where outcome is null)::int as open
        from message where batch_id = any($1::bigint[])`,
        [[...seen]],
      );
      return ends ?? { batches: 0, taken: 0, sentNow: 0, reported: 0, open: 0 };
    },
  };
}

/** The batch that a log line calls uncertain: its worker was lost, or its answer was none. */
export function uncertainIn(line: string): number | null {
  if (!line.includes(LOST) && !(line.includes(RECORDED) && line.includes('"result":"uncertain"'))) return null;
  const [, id] = /"batchId":(\d+)/u.exec(line) ?? [];
  return id === undefined ? null : Number(id);
}

import type { OrderedLists } from '../db/ordered-lists.ts';
import type { Metrics } from '../metrics.ts';
import type { Deps } from '../usecases/deps.ts';
import type { EpochMirror } from '../usecases/epoch-mirror.ts';
import type { EventStream } from '../events.ts';
import type { ReportIntake } from '../usecases/record-reports.ts';
import type { HandsetWatch } from '../usecases/watch-handsets.ts';

/** What the HTTP side needs beside the use cases' own dependencies. */
export interface HttpDeps extends Deps {
  readonly lists: OrderedLists;
  readonly metrics: Metrics;
  readonly events: EventStream;
  readonly reports: ReportIntake;
  readonly handsets: HandsetWatch;
  readonly version: string;
  readonly startedAt: Date;
  /** The mirror of the epoch in the state folder (design section 4). */
  readonly mirror: EpochMirror;
}

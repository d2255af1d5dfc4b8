import type { PaymentType, SenderStatus } from '../account.ts';
import type { FaultRule } from '../faults.ts';
import type { Latency } from '../faults/latency.ts';
import type { ReportFault } from '../reports/report-faults.ts';
import type { Switches } from '../switches.ts';
import type { When } from '../when.ts';

/** A day at the gateway, written down: what goes wrong, when and for whom. The same file gives the same day. */
export interface Scenario {
  readonly name: string;
  /** A sentence for people. */
  readonly about?: string;
  /** What everything random is drawn from. */
  readonly seed?: number;
  readonly clock?: ScenarioClock;
  /** As `setSpeed`: lives of messages accepted from now on. */
  readonly speed?: number;
  /** None unless said otherwise. */
  readonly latency?: Latency;
  readonly switches?: Partial<Switches>;
  readonly account?: ScenarioAccount;
  readonly faults?: readonly FaultRule[];
  readonly reports?: readonly ReportFault[];
  readonly events?: readonly ScenarioEvent[];
}

export interface ScenarioClock {
  /** The moment the scenario begins at. */
  readonly at?: When;
  readonly pace?: number;
  readonly frozen?: boolean;
}

/** The account on the scenario's first day; what is left out stays. */
export interface ScenarioAccount {
  readonly points?: number;
  /** The balance becomes 0 once so many more messages were accepted. */
  readonly outOfPointsAfter?: number;
  /** Points for one part. */
  readonly price?: number;
  /** Approved names, added to those that are there. */
  readonly senders?: readonly string[];
  readonly paymentType?: PaymentType;
}

/** Something that happens by itself: at a moment, or as soon as so many messages were accepted since the scenario began. */
export type ScenarioEvent = { readonly do: Deed } & (
  | { readonly at: When; readonly afterMessages?: never }
  | { readonly afterMessages: number; readonly at?: never }
);

/** One or more things to do; all that are named are done, in this order. */
export interface Deed {
  /** Sets the balance, and ends `outOfPointsAfter`. */
  readonly points?: number;
  /** Counted from this event on. */
  readonly outOfPointsAfter?: number;
  readonly token?: 'revoked' | 'valid';
  readonly sender?: { readonly name: string; readonly status: SenderStatus };
  readonly switches?: Partial<Switches>;
  readonly latency?: Latency;
  /** Adds a fault, as by hand. */
  readonly fault?: FaultRule;
  readonly reportFault?: ReportFault;
  /** Removes the faults of requests and reports: the scenario's own and those added. */
  readonly clearFaults?: true;
  readonly reports?: 'paused' | 'resumed';
  /** A number put on the blacklist, or on the opt-out list: digits with country code. */
  readonly blacklist?: string;
  readonly optOut?: string;
  /** A text from a handset. */
  readonly incoming?: { readonly from: string; readonly text: string; readonly to?: string; readonly replyTo?: string };
  readonly clock?: { readonly pace?: number; readonly frozen?: boolean };
}

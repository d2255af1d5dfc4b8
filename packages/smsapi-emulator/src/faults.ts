import type { Conditions } from './faults/conditions.ts';
import { fitsPath, type Delay } from './faults/latency.ts';
import { createRulebook, type ActiveRule } from './faults/rulebook.ts';
import { keyedRandom } from './random.ts';

/** What the client gets to see instead of a proper answer. */
export type FaultReply =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** A legacy error code on HTTP 200. */
  | { readonly kind: 'error'; readonly code: number }
  /** No answer at all; the connection stays open until the client gives up. */
  | { readonly kind: 'hang' }
  /** The connection is reset. */
  | { readonly kind: 'cut' }
  /** The plain-text reply, although JSON was asked for. */
  | { readonly kind: 'text' }
  /** A page of some proxy. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The head and half of the body, then the connection is closed. */
  | { readonly kind: 'half' }
  /** The proper answer, late: with a message of short life its reports come first. */
  | { readonly kind: 'slow'; readonly ms?: number; readonly delay?: Delay }
  /** The proper answer, so many bytes at a time; 16 every 50 ms unless said otherwise. */
  | { readonly kind: 'drip'; readonly bytes?: number; readonly everyMs?: number }
  /** The proper answer under another content type. */
  | { readonly kind: 'content-type'; readonly contentType: string }
  /** Random letters and signs in place of the body, as many as it had unless said otherwise; 0 is an empty body. */
  | { readonly kind: 'garbage'; readonly bytes?: number }
  /** The proper answer, but the first accepted number is missing from its list. */
  | { readonly kind: 'omit' };

export interface FaultRule extends Conditions {
  readonly reply: FaultReply;
  /** Whether the messages are taken before the fault strikes: `true` is what idx and error 53 exist for. */
  readonly accepted: boolean;
  /** `/sms.do` unless said otherwise; `*` is every path, `/contacts*` every one that begins so. */
  readonly path?: string;
}

export type ActiveFault = ActiveRule<FaultRule>;

/** One request as the rules see it. */
export interface Target {
  readonly path: string;
  /** Recipients, looked up only when a rule asks for them. */
  readonly numbers: () => readonly string[];
  /** Ordinal of the request: what the draw hangs on, so that the same run has the same luck. */
  readonly ordinal: number;
}

export interface Faults {
  /** Throws for a pattern or moment that cannot be understood. */
  add(rule: FaultRule): number;
  remove(id: number): boolean;
  clear(): void;
  list(): readonly ActiveFault[];
  /** Replaces the rules of the scenario; requests are counted anew. */
  useScenario(rules: readonly FaultRule[]): void;
  ofScenario(): readonly ActiveFault[];
  /** The ordinal of a request that has just come. */
  arrive(): number;
  /** The first fault that strikes this request, rules added by hand before those of the scenario. */
  strike(target: Target): FaultRule | null;
}

export interface FaultsDeps {
  readonly seed: () => number;
  readonly now: () => number;
}

export const createFaults = ({ seed, now }: FaultsDeps): Faults => {
  const rules = createRulebook<FaultRule>(now);
  let arrived = 0;
  return {
    ...rules,
    useScenario(given) {
      arrived = 0;
      rules.useScenario(given);
    },
    arrive: () => (arrived += 1),
    strike(target) {
      return rules.first(
        (armed) =>
          fitsPath(armed.rule.path ?? '/sms.do', target.path) &&
          (armed.rule.numbers === undefined || target.numbers().some(armed.fitsNumber)),
        (key) => keyedRandom(seed(), `fault ${key} ${target.ordinal}`)(),
      );
    },
  };
};

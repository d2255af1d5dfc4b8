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
  | { readonly kind: 'slow'; readonly ms: number }
  /** The proper answer, but the first accepted number is missing from its list. */
  | { readonly kind: 'omit' };

export interface FaultRule {
  readonly reply: FaultReply;
  /** Whether the messages are taken before the fault strikes: `true` is what idx and error 53 exist for. */
  readonly accepted: boolean;
  /** Strikes the next so many requests it fits. Without it the rule stays until it is removed. */
  readonly next?: number;
  /** Share of requests (0..1) it strikes; 1 unless said otherwise. */
  readonly rate?: number;
  /** `/sms.do` unless said otherwise; `*` is every path. */
  readonly path?: string;
  /** A regular expression: strikes only requests with such a recipient. */
  readonly numbers?: string;
}

export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** How many requests it may still strike; null means no end. */
  readonly left: number | null;
  readonly struck: number;
}

/** One request as the rules see it. */
export interface Target {
  readonly path: string;
  /** Recipients, looked up only when a rule asks for them. */
  readonly numbers: () => readonly string[];
  /** Ordinal of the request: what the draw hangs on, so that the same run has the same luck. */
  readonly ordinal: number;
}

export interface Faults {
  add(rule: FaultRule): number;
  remove(id: number): boolean;
  clear(): void;
  list(): readonly ActiveFault[];
  /** The first fault that strikes this request, rules added by hand before those of the profile. */
  strike(target: Target, profileRules: readonly FaultRule[]): FaultRule | null;
}

const fitsNumbers = ({ numbers }: FaultRule, recipients: readonly string[]): boolean => {
  if (numbers === undefined) return true;
  const pattern = new RegExp(numbers);
  return recipients.some((number) => pattern.test(number));
};

const fits = (rule: FaultRule, target: Target): boolean => {
  const path = rule.path ?? '/sms.do';
  if (path !== '*' && path !== target.path) return false;
  return rule.numbers === undefined || fitsNumbers(rule, target.numbers());
};

export const createFaults = (seed: number): Faults => {
  let active: readonly ActiveFault[] = [];
  let handedOut = 0;

  const isDrawn = (rule: FaultRule, key: string, target: Target): boolean =>
    rule.rate === undefined || keyedRandom(seed, `fault ${key} ${target.ordinal}`)() < rule.rate;

  const noteStrike = (struck: ActiveFault): void => {
    active = active.flatMap((fault) => {
      if (fault.id !== struck.id) return [fault];
      const left = fault.left === null ? null : fault.left - 1;
      return left === 0 ? [] : [{ ...fault, left, struck: fault.struck + 1 }];
    });
  };

  return {
    add(rule) {
      // A pattern that cannot be compiled throws here, not at some later request.
      fitsNumbers(rule, []);
      handedOut += 1;
      active = [...active, { ...rule, id: handedOut, left: rule.next ?? null, struck: 0 }];
      return handedOut;
    },
    remove(id) {
      const before = active.length;
      active = active.filter((fault) => fault.id !== id);
      return active.length < before;
    },
    clear() {
      active = [];
    },
    list: () => active,
    strike(target, profileRules) {
      const byHand = active.find((fault) => fits(fault, target) && isDrawn(fault, `hand ${fault.id}`, target));
      if (byHand !== undefined) {
        noteStrike(byHand);
        return byHand;
      }
      return (
        profileRules.find((rule, index) => fits(rule, target) && isDrawn(rule, `profile ${index}`, target)) ?? null
      );
    },
  };
};

import { isFinal, STATUS } from '../statuses.ts';
import { LANDED, type Plan, type Step } from './plan.ts';

/** How long a message without `expiration_date` waits for a handset that cannot be reached (dossier 2.1: 72 hours at most). */
export const DEFAULT_VALIDITY_MS = 72 * 3_600_000;

/** What is left to happen to a message whose handset cannot be reached, and what the handset still owes. */
export interface HeldLife {
  readonly plan: Plan;
  /** The steps that need the handset, at the moments they were planned for. */
  readonly held: Plan;
}

/** A text lands on the handset, whether or not anybody is told. */
const needsHandset = ([, code]: Step): boolean => code === LANDED || code === STATUS.delivered;

/**
 * Takes the steps that need the handset out of a life; in their place the message is given up when its validity ends.
 * What the network alone decides (queue, sent, rejected, failed) happens as planned. Null when nothing waits.
 *
 * @param from index of the first step that has not happened yet: the past stays as it is
 * @param validForMs how long after sending the gateway keeps trying
 */
export const holdLife = (plan: Plan, from: number, validForMs: number): HeldLife | null => {
  const held = plan.slice(from).filter(needsHandset);
  const [first] = held;
  if (first === undefined) return null;
  const others = plan.filter((step, index) => index < from || !needsHandset(step));
  // A message reported UNKNOWN before has had its last word, and a silent one never gets any.
  const isTold = first[2] === 1 && !others.some(([, code]) => isFinal(code));
  return { plan: [...others, [validForMs, STATUS.expired, isTold ? 1 : 0]], held };
};

/**
 * The handset is back: what it owes happens now, or at its own moment if that is still ahead, in its old distances.
 *
 * @param from index of the first step that has not happened yet
 * @param backAfterMs milliseconds after sending
 */
export const releaseLife = ({ plan, held }: HeldLife, from: number, backAfterMs: number): Plan => {
  const delayMs = Math.max(0, backAfterMs - (held[0]?.[0] ?? 0));
  const freed = held.map(([afterMs, code, told]): Step => [afterMs + delayMs, code, told]);
  const future = [...plan.slice(from, -1), ...freed].toSorted((a, b) => a[0] - b[0]);
  return [...plan.slice(0, from), ...future];
};

/** Index of the first step that lies after this moment; by time alone, so that a replayed journal finds the same one. */
export const firstAfter = (plan: Plan, afterMs: number): number => {
  const index = plan.findIndex(([stepAfterMs]) => stepAfterMs > afterMs);
  return index < 0 ? plan.length : index;
};

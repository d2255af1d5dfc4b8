import { keyedRandom } from '../random.ts';
import { expireAt, openingOf, planOf, withoutReports, type Plan } from '../reports/plan.ts';
import type { Settings } from '../settings.ts';
import { isFinal } from '../statuses.ts';

export interface LifeOptions {
  readonly seed: number;
  readonly settings: Settings;
  /** How long after sending the message is given up; null without `expiration_date`. */
  readonly expiresAfterMs: number | null;
  readonly isReported: boolean;
}

const onlyFinal = (plan: Plan): Plan => plan.map(([afterMs, code, told]) => [afterMs, code, isFinal(code) ? told : 0]);

/**
 * Draws what will happen to the messages of one request. A draw hangs on number and idx, not on the order in which
 * requests arrive: the same seed gives every message the same life however many workers send at once.
 */
export const createLives = (options: LifeOptions): ((number: string, key: string) => Plan) => {
  const { timings, fateOf, switches } = options.settings;
  const opening = openingOf(timings);
  return (number, key) => {
    const random = keyedRandom(options.seed, `${number} ${key}`);
    const whole = planOf(fateOf(number), timings, opening, random);
    const plan = options.expiresAfterMs === null ? whole : expireAt(whole, options.expiresAfterMs);
    if (!options.isReported) return withoutReports(plan);
    return switches.reportStatuses === 'final' ? onlyFinal(plan) : plan;
  };
};

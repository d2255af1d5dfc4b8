/**
 * How the messages of a batch are dealt into new ones when the gateway would not take them together.
 */

/** After this many answers "later" (error 52) the one number of a batch is given up. */
export const MOST_DEFERRALS = 5;

/**
 * Two halves, in order; one message makes one.
 * @example halvesOf([1, 2, 3]) // [[1, 2], [3]]
 */
export function halvesOf(ids: readonly number[]): number[][] {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)].filter((half) => half.length > 0);
}

/**
 * Messages that the gateway put off (error 52: too many attempts to one number). Those it named wait each alone, so that a number
 * that is never let through holds nobody else up. When it put off all of them it may have meant only one: halves find out which.
 * @param asked how many messages the request had
 */
export function groupsOfDeferred(ids: readonly number[], asked: number): number[][] {
  return ids.length === asked ? halvesOf(ids) : ids.map((id) => [id]);
}

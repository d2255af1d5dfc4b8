/** Counts requests by the second of the clock on the wall. */
export interface Limiter {
  /** False when this request is one too many; `perSecond` 0 allows everything. */
  allows(perSecond: number): boolean;
}

export const createLimiter = (now: () => number): Limiter => {
  let second = 0;
  let count = 0;
  return {
    allows(perSecond) {
      if (perSecond === 0) return true;
      const current = Math.floor(now() / 1_000);
      if (current !== second) {
        second = current;
        count = 0;
      }
      count += 1;
      return count <= perSecond;
    },
  };
};

/** The newest items up to a limit; older ones fall out. */
export interface Ring<T> {
  readonly total: number;
  push(item: T): void;
  all(): readonly T[];
  last(): T | undefined;
  clear(): void;
}

export const createRing = <T>(limit: number): Ring<T> => {
  let items: T[] = [];
  let total = 0;
  return {
    /** How many were ever pushed, also those that fell out. */
    get total() {
      return total;
    },
    push(item) {
      total += 1;
      items.push(item);
      // Cutting in half a ring at a time keeps the price of a push constant.
      if (items.length >= limit * 2) items = items.slice(-limit);
    },
    all: () => items.slice(-limit),
    last: () => items.at(-1),
    clear() {
      items = [];
      total = 0;
    },
  };
};

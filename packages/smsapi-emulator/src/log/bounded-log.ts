/** The newest items, bounded by number and by weight; older ones fall out. */
export interface BoundedLog<T> {
  /** How many were ever pushed, also those that fell out. */
  readonly total: number;
  readonly size: number;
  /** Sum of the weights of what is kept, about its bytes in memory. */
  readonly weight: number;
  push(item: T): void;
  /** Oldest first. */
  all(): readonly T[];
  last(): T | undefined;
  clear(): void;
}

export interface LogBounds<T> {
  readonly items: number;
  readonly weight: number;
  readonly weigh: (item: T) => number;
}

/** The list is cut at the front only when this many fell out, and they are as many as those kept. */
const CUT_ABOVE = 64;

/** Items heavier than the whole log are not kept at all. */
export const createBoundedLog = <T>(bounds: LogBounds<T>): BoundedLog<T> => {
  let items: (T | undefined)[] = [];
  let head = 0;
  let weight = 0;
  let total = 0;

  const dropOldest = (): void => {
    const oldest = items[head];
    if (oldest !== undefined) weight -= bounds.weigh(oldest);
    // The place stays until the list is cut; what stood there must not stay in memory with it.
    items[head] = undefined;
    head += 1;
    if (head < CUT_ABOVE || head * 2 < items.length) return;
    items = items.slice(head);
    head = 0;
  };

  const all = (): readonly T[] => items.slice(head).filter((item) => item !== undefined);

  return {
    get total() {
      return total;
    },
    get size() {
      return items.length - head;
    },
    get weight() {
      return weight;
    },
    push(item) {
      total += 1;
      items.push(item);
      weight += bounds.weigh(item);
      while (items.length - head > bounds.items || (weight > bounds.weight && head < items.length)) dropOldest();
    },
    all,
    last: () => (items.length > head ? items.at(-1) : undefined),
    clear() {
      items = [];
      head = 0;
      weight = 0;
      total = 0;
    },
  };
};

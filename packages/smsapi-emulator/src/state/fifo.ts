/** A first-in first-out queue whose shift does not move the rest (Array.shift does, once the array is long). */
export interface Fifo<T> {
  readonly size: number;
  push(item: T): void;
  shift(): T | undefined;
  clear(): void;
}

const COMPACT_ABOVE = 1024;

export const createFifo = <T>(): Fifo<T> => {
  let items: T[] = [];
  let head = 0;
  return {
    get size() {
      return items.length - head;
    },
    push(item) {
      items.push(item);
    },
    shift() {
      if (head >= items.length) return undefined;
      const item = items[head];
      head += 1;
      if (head > COMPACT_ABOVE && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    clear() {
      items = [];
      head = 0;
    },
  };
};

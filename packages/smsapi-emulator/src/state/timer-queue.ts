/** One thing to do at a moment; a cancelled one is skipped when its moment comes. */
export interface QueuedTask {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export interface TimerQueue {
  readonly size: number;
  push(at: number, run: () => void): QueuedTask;
  peek(): QueuedTask | undefined;
  pop(): QueuedTask | undefined;
  clear(): void;
}

const isBefore = (a: QueuedTask, b: QueuedTask): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/**
 * A binary heap by moment, then by order of arrival, so that tasks of the same moment run as they came.
 * Ten thousand messages accepted in one request mean ten thousand pushes: that must take milliseconds.
 */
export const createTimerQueue = (): TimerQueue => {
  const heap: QueuedTask[] = [];
  let order = 0;

  const rise = (from: number): void => {
    const task = heap[from];
    if (task === undefined) return;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(task, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = task;
  };

  const sink = (task: QueuedTask): void => {
    let hole = 0;
    for (;;) {
      const left = hole * 2 + 1;
      const leftTask = heap[left];
      if (leftTask === undefined) break;
      const rightTask = heap[left + 1];
      const useRight = rightTask !== undefined && isBefore(rightTask, leftTask);
      const child = useRight ? rightTask : leftTask;
      if (!isBefore(child, task)) break;
      heap[hole] = child;
      hole = useRight ? left + 1 : left;
    }
    heap[hole] = task;
  };

  const removeTop = (): QueuedTask | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top !== undefined && last !== undefined && last !== top) sink(last);
    return top;
  };

  const dropCancelled = (): void => {
    while (heap[0]?.cancelled === true) removeTop();
  };

  return {
    get size() {
      return heap.length;
    },
    push(at, run) {
      order += 1;
      const task: QueuedTask = { at, order, run, cancelled: false };
      heap.push(task);
      rise(heap.length - 1);
      return task;
    },
    peek() {
      dropCancelled();
      return heap[0];
    },
    pop() {
      dropCancelled();
      return removeTop();
    },
    clear() {
      heap.length = 0;
    },
  };
};

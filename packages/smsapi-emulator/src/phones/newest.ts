/**
 * The newest of many items, newest first. A hundred thousand handsets are looked through on every change that a page
 * hears of, so they are never sorted as a whole.
 */
export const newestOf = <T>(items: Iterable<T>, most: number, momentOf: (item: T) => number): readonly T[] => {
  const newestFirst = (a: T, b: T): number => momentOf(b) - momentOf(a);
  let found: T[] = [];
  let least = -Infinity;
  for (const item of items) {
    if (momentOf(item) <= least) continue;
    found.push(item);
    if (found.length < most * 4) continue;
    found = found.toSorted(newestFirst).slice(0, most);
    const last = found.at(-1);
    if (last !== undefined) least = momentOf(last);
  }
  return found.toSorted(newestFirst).slice(0, most);
};

/** Where a key leads from the active row; undefined when it is not a key of the grid. */
export function rowAfterKey(key: string, active: number, total: number, pageRows: number): number | undefined {
  const wanted = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
    Home: 0,
    End: total - 1,
  }[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(total - 1, wanted));
}

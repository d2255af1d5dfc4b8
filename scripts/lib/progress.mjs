/**
 * One line that says what is going on: rewritten in place on a terminal, one plain line per step elsewhere.
 *
 * @typedef {{ step: (text: string) => void, detail: (text: string) => void, clear: () => void }} Progress
 *
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} out
 * @returns {Progress}
 */
export function createProgress(out) {
  let current = '';
  const live = out.isTTY === true;

  /** @param {string} line */
  const draw = (line) => {
    // a wrapped line could not be rewritten by a carriage return
    out.write(`\r\u001B[2K${line.slice(0, Math.max(20, (out.columns || 80) - 1))}`);
  };
  return {
    step(text) {
      current = text;
      if (live) draw(`${text}…`);
      else out.write(`${text}…\n`);
    },
    detail(text) {
      if (live) draw(`${current}… ${text}`);
    },
    clear() {
      if (live) out.write('\r\u001B[2K');
    },
  };
}

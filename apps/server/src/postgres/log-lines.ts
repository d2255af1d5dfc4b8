const CLIENT_PROCESSES = new Set(['client backend', 'parallel worker']);
const ABOUT_A_STATEMENT = new Set([
  'ERROR',
  'WARNING',
  'NOTICE',
  'INFO',
  'DETAIL',
  'HINT',
  'CONTEXT',
  'QUERY',
  'STATEMENT',
]);
const REMEMBERED = 20;

export interface ServerLog {
  write(chunk: string): void;
  /** The last lines, for the sentence of an error. */
  tail(): string;
}

/**
 * Turns the server's stderr into lines for the application's log. Messages about a client's own statement are dropped: they may
 * quote numbers and texts of people (style rule 32), and the client gets the same error and logs it in its own way.
 */
export function createServerLog(log: (line: string) => void): ServerLog {
  let partial = '';
  let droppingMessage = false;
  const last: string[] = [];

  function line(text: string): void {
    // A message of several lines goes on after a tab.
    if (!text.startsWith('\t')) droppingMessage = isAboutStatement(text);
    if (droppingMessage || text === '') return;
    last.push(text);
    if (last.length > REMEMBERED) last.shift();
    log(text);
  }

  return {
    write(chunk) {
      const lines = (partial + chunk).split('\n');
      partial = lines.pop() ?? '';
      for (const text of lines) line(text);
    },
    tail: () => [...last, ...(partial && !droppingMessage && !isAboutStatement(partial) ? [partial] : [])].join('\n'),
  };
}

/** Lines look like `client backend|ERROR:  duplicate key …` (LOG_PREFIX in settings.ts). */
function isAboutStatement(text: string): boolean {
  const [, kind, severity] = /^([^|]+)\|([A-Z]+):/.exec(text) ?? [];
  return kind !== undefined && severity !== undefined && CLIENT_PROCESSES.has(kind) && ABOUT_A_STATEMENT.has(severity);
}

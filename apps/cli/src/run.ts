import { Command } from 'commander';
import { findAccess } from './access/find-access.ts';
import type { Places } from './access/places.ts';
import { chooseCompany } from './api/company.ts';
import { connect } from './api/connect.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';
import { deliver, type Outcome, type Work } from './work.ts';

/** The process a command runs in. */
export interface Scene {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly places: Places;
  readonly root: string;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  readonly end: (code: ExitCode) => void;
}

/** Turns a handler into a commander action: the handler gets its work and the parsed arguments, and says how it ended. */
export type Run = <A extends readonly unknown[]>(
  handler: (work: Work, ...args: A) => Promise<Outcome>,
) => (...args: [...A, Command]) => Promise<void>;

interface GlobalOptions {
  readonly json?: boolean;
  readonly company?: string;
}

export function createRun(scene: Scene): Run {
  return <A extends readonly unknown[]>(handler: (work: Work, ...args: A) => Promise<Outcome>) =>
    async (...args: [...A, Command]) => {
      const command = args.at(-1);
      const work = createWork(scene, command instanceof Command ? command.optsWithGlobals() : {});
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all but the last, whose place the type names
      const outcome = await handler(work, ...(args.slice(0, -1) as unknown as A));
      if (typeof outcome === 'number') return scene.end(outcome);
      await deliver(work, outcome);
      scene.end(outcome.exit ?? exitCodes.done);
    };
}

function createWork(scene: Scene, { json = false, company }: GlobalOptions): Work {
  const { terminal, signal, root, places, env } = scene;
  const server = once(async () => {
    const access = await findAccess(places, env);
    return { access, api: connect(access, interruptible(scene.fetch, signal)) };
  });
  return {
    terminal,
    json,
    signal,
    root,
    places,
    server,
    company: once(async () => {
      const found = await server();
      const chosen = await chooseCompany(found.api, company ?? (env['GONIEC_COMPANY'] || undefined));
      return { ...found, company: chosen, companyId: chosen.id };
    }),
  };
}

/** Ctrl+C ends whatever is being waited for. */
function interruptible(base: typeof fetch, signal: AbortSignal): typeof fetch {
  return (input, init) =>
    base(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

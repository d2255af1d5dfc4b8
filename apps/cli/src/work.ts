import type { Client } from '@goniec/contract';
import type { FoundAccess } from './access/find-access.ts';
import type { Places } from './access/places.ts';
import type { Company } from './api/shapes.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What a command gets to work with: all its effects come through here. */
export interface Work {
  readonly terminal: Terminal;
  /** The person asked for the API's objects instead of sentences. */
  readonly json: boolean;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  readonly root: string;
  readonly places: Places;
  readonly server: () => Promise<Server>;
  readonly company: () => Promise<CompanyServer>;
}

export interface Server {
  readonly api: Client;
  readonly access: FoundAccess;
}

export interface CompanyServer extends Server {
  readonly company: Company;
  readonly companyId: string;
}

/** What a command has to say: the API's objects for programs, lines for people. */
export interface Report {
  readonly data: unknown;
  readonly lines: readonly string[];
  readonly exit?: ExitCode;
}

/** A command that has written all by itself gives only how it ended. */
export type Outcome = Report | ExitCode;

export async function deliver({ terminal, json }: Work, report: Report): Promise<void> {
  const lines = json ? [JSON.stringify(report.data, null, 2)] : report.lines;
  if (lines.length > 0) await terminal.write(`${lines.join('\n')}\n`);
}

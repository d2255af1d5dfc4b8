import { createClient, type Client, ProblemError } from '@goniec/contract';
import type { FoundAccess } from '../access/find-access.ts';
import { exitCodes } from '../exit-codes.ts';
import { CommandFailure, messageOf } from '../failure.ts';
import { renewKey } from './renew-key.ts';
import { causeCode, steadyFetch } from './steady-fetch.ts';

/** A client of the server that was found; its network failures say what to do. */
export function connect(access: FoundAccess, base: typeof fetch = fetch): Client {
  const steady = renewKey(access, steadyFetch(base));
  const fetcher: typeof fetch = async (input, init) => {
    try {
      return checkedAnswer(await steady(input, init), access);
    } catch (error) {
      if (init?.signal?.aborted || error instanceof CommandFailure) throw error;
      throw unreachable(access, error);
    }
  };
  return createClient(access.url, { authorization: `Bearer ${access.key}` }, fetcher);
}

/** Another program may answer at the address of a server that has stopped. */
function checkedAnswer(answer: Response, { url }: FoundAccess): Response {
  const type = answer.headers.get('content-type') ?? '';
  const expected = answer.ok ? /^(?:application\/json|text\/(?:csv|event-stream))\b/ : /^application\/problem\+json\b/;
  if (answer.status === 204 || expected.test(type)) return answer;
  throw new CommandFailure({
    exit: exitCodes.unreachable,
    code: 'not_goniec',
    sentence: {
      pl: `Pod adresem ${url} nie odpowiada Goniec (HTTP ${answer.status}).`,
      en: `What answers at ${url} is not Goniec (HTTP ${answer.status}).`,
    },
    action: {
      pl: 'Sprawdź adres; serwer na tym komputerze uruchamia npm start.',
      en: 'Check the address; npm start starts a server on this computer.',
    },
  });
}

function unreachable({ url, from }: FoundAccess, error: unknown): CommandFailure {
  const code = causeCode(error);
  const isStale = from === 'local' && code === 'ECONNREFUSED';
  const why = code ?? messageOf(error instanceof Error ? (error.cause ?? error) : error);
  return new CommandFailure(
    {
      exit: exitCodes.unreachable,
      code: isStale ? 'server_not_running' : 'server_unreachable',
      sentence: isStale
        ? { pl: 'Serwer nie działa: uruchom npm start.', en: 'The server is not running: start it with npm start.' }
        : { pl: `Serwer ${url} nie odpowiada (${why}).`, en: `The server ${url} does not answer (${why}).` },
      action: isStale
        ? null
        : {
            pl: 'Sprawdź, czy działa i czy adres jest dobry: npx goniec login --status',
            en: 'Check that it is running and the address is right: npx goniec login --status',
          },
    },
    { cause: error },
  );
}

export const isUnreachable = (error: unknown): boolean =>
  error instanceof CommandFailure && error.failure.exit === exitCodes.unreachable;

/** Whether the API answered with this status, e.g. 404 for something that is not set up yet. */
export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.problem.code === code;

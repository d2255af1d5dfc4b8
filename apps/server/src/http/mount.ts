import { contract, type Contract, type HandlerInput, type Operation, type Result } from '@goniec/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { identityOf } from './identity.ts';
import { replayable } from './idempotency.ts';
import { Refused } from './problem.ts';
import type { Deps } from '../usecases/deps.ts';

/** What a handler may need beside its parsed input. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Files and event streams are sent by the handler itself; everything else is the answer, checked against the contract. */
type Handler<O extends Operation> = (
  input: HandlerInput<O>,
  exchange: Exchange,
) => Promise<O extends { readonly produces: string } ? unknown : Result<O>>;

/** A handler per operation; a resource file gives those of its operations. */
export type Handlers = { readonly [K in keyof Contract]: Handler<Contract[K]> };

const pass = () => (data: unknown) => ({ value: data });
const stringify = () => (data: unknown) => JSON.stringify(data);

/** Serves the operations of the contract: parses what comes in, checks what goes out. */
export function mountOperations(app: FastifyInstance, deps: Pick<Deps, 'db'>, handlers: Handlers): void {
  for (const operation of Object.values(contract)) {
    mount(app, deps, operation, handlers[operation.id]);
  }
}

function mount(app: FastifyInstance, deps: Pick<Deps, 'db'>, operation: Operation, handle: unknown): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key of `handlers` tied handler and operation together
  const handler = handle as Handler<Operation>;
  app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    validatorCompiler: pass,
    serializerCompiler: stringify,
    ...(operation.id === 'signIn' ? { config: { rateLimit: { max: 10, timeWindow: 60_000 } } } : {}),
    handler: async (request, reply) => {
      if (!operation.open) identityOf(request);
      const input = parseInput(operation, request);
      const run = async () => check(operation, await handler(input, { request, reply }));
      if (operation.produces) return handler(input, { request, reply });
      const body =
        operation.method === 'POST' && !operation.open
          ? await replayable(deps.db, operation, request, run)
          : await run();
      return reply.code(operation.status ?? 200).send(body);
    },
  });
}

function parseInput(operation: Operation, request: FastifyRequest): HandlerInput<Operation> {
  const input: Record<string, unknown> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = operation[part];
    if (!schema || (part === 'body' && operation.upload)) continue;
    const parsed = schema.safeParse(part === 'body' ? (request.body ?? undefined) : request[part]);
    if (!parsed.success)
      throw new Refused({
        code: 'invalid_request',
        errors: parsed.error.issues.map((issue) => ({
          pointer: `/${[part, ...issue.path].join('/')}`,
          code: issue.code,
          detail: issue.message,
        })),
      });
    input[part] = parsed.data;
  }
  return input;
}

/** A wrong answer of ours is our fault: it is checked before it leaves. */
function check(operation: Operation, body: unknown): unknown {
  const parsed = operation.response.safeParse(body);
  if (!parsed.success) throw new Error(`${operation.id} answered against its contract`, { cause: parsed.error });
  return parsed.data;
}

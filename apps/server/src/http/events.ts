import type { ServerEvent } from '@goniec/contract';
import type { FastifyReply } from 'fastify';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf, type Identity } from './identity.ts';
import type { Handlers } from './mount.ts';

/** A comment now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;

/** Server-sent events: what changed, for those who may see it. */
export function eventHandlers(deps: Pick<HttpDeps, 'events'>): Pick<Handlers, 'streamEvents'> {
  return {
    streamEvents: async ({ query }, { request, reply }) => {
      const identity = identityOf(request);
      const only = query.companyId === undefined ? null : String(companyOf(request, query.companyId));
      const wanted = (event: ServerEvent) => (only === null ? maySee(identity, event) : event.companyId === only);
      stream(deps, reply, query.withinMs, (event) => event.type === 'events.missed' || wanted(event));
      return reply;
    },
  };
}

function stream(
  { events }: Pick<HttpDeps, 'events'>,
  reply: FastifyReply,
  withinMs: number,
  wanted: (event: ServerEvent) => boolean,
): void {
  reply.hijack();
  const { raw } = reply;
  // Set one by one: headers given to `writeHead` cannot be read again, and closing looks for streams by their type.
  raw.setHeader('content-type', 'text/event-stream; charset=utf-8');
  raw.setHeader('cache-control', 'no-store');
  raw.setHeader('x-accel-buffering', 'no');
  raw.writeHead(200);
  raw.write(': hello\n\n');
  const tell = (event: ServerEvent) => {
    if (wanted(event)) raw.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  if (withinMs > 0) for (const event of events.recent(withinMs)) tell(event);
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  const unsubscribe = events.subscribe(tell);
  raw.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}

/** Events of no company concern the whole installation. */
function maySee({ companies }: Identity, { companyId }: ServerEvent): boolean {
  return companyId === null || companies === 'all' || companies.has(Number(companyId));
}

import type { FastifyRequest } from 'fastify';
import { Refused } from './problem.ts';

/** Who is asking, as `auth.ts` found out. */
export interface Identity {
  readonly actor: string;
  readonly via: 'session' | 'api_key';
  readonly user: { readonly id: number; readonly name: string; readonly email: string | null } | null;
  /** The companies whose data may be read and changed; `all` for the key of this very computer. */
  readonly companies: 'all' | ReadonlySet<number>;
}

const identities = new WeakMap<FastifyRequest, Identity>();

export function rememberIdentity(request: FastifyRequest, identity: Identity): void {
  identities.set(request, identity);
}

/** The identity of a request, or the refusal `not_signed_in`. */
export function identityOf(request: FastifyRequest): Identity {
  const identity = identities.get(request);
  if (!identity) throw new Refused({ code: 'not_signed_in' });
  return identity;
}

/** The company named in the path, when the one who asks belongs to it; otherwise it does not exist for them. */
export function companyOf(request: FastifyRequest, companyId: string): number {
  const id = Number(companyId);
  const { companies } = identityOf(request);
  if (companies !== 'all' && !companies.has(id)) throw new Refused({ code: 'not_found' });
  return id;
}

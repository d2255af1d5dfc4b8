import { listApiKeys, type ApiKeyRow } from '../db/api-keys.ts';
import { listCompanies } from '../db/companies.ts';
import { findFirstUser } from '../db/users.ts';
import { access } from '../domain/access.ts';
import { createApiKey } from '../usecases/create-api-key.ts';
import { createSignInLink } from '../usecases/create-sign-in-link.ts';
import { revokeApiKey } from '../usecases/revoke-api-key.ts';
import { signIn } from '../usecases/sign-in.ts';
import { signOut } from '../usecases/sign-out.ts';
import { personOf } from './auth.ts';
import type { HttpDeps } from './http-deps.ts';
import { identityOf, type Identity } from './identity.ts';
import type { Handlers } from './mount.ts';
import { accept } from './problem.ts';
import { sessionCookie } from './session-cookie.ts';

type AccessHandlers = Pick<
  Handlers,
  'signIn' | 'getSession' | 'signOut' | 'createSignInLink' | 'listApiKeys' | 'createApiKey' | 'revokeApiKey'
>;

export function accessHandlers(deps: HttpDeps): AccessHandlers {
  const cookie = sessionCookie(deps.publicUrl);
  const sessionView = async ({ user, via, companies }: Pick<Identity, 'user' | 'via' | 'companies'>) => ({
    user: user && { id: String(user.id), name: user.name, email: user.email },
    via,
    companies: (await listCompanies(deps.db, companies)).map(({ id, name }) => ({ id: String(id), name })),
  });

  return {
    signIn: async ({ body }, { reply }) => {
      const session = accept(await signIn(deps, body));
      cookie.set(reply, session.token, session.expiresAt);
      return sessionView({ user: session.user, via: 'session', companies: session.companies });
    },
    getSession: async (_input, { request }) => sessionView(identityOf(request)),
    signOut: async (_input, { request, reply }) => {
      const token = cookie.read(request);
      if (token !== null) await signOut(deps, { token });
      cookie.clear(reply);
      return undefined;
    },
    createSignInLink: async (_input, { request }) => {
      const { user, actor } = personOf(request);
      // At this computer nobody is signed in: the link is for the administrator, or makes the first one.
      const userId = user?.id ?? (await findFirstUser(deps.db))?.id ?? null;
      const link = await createSignInLink(deps, { userId, ttlMs: access.laterLinkMs, actor });
      return { url: link.url, expiresAt: link.expiresAt.toISOString() };
    },
    listApiKeys: async (_input, { request }) => {
      const keys = await listApiKeys(deps.db, ownerOf(identityOf(request)));
      return { items: keys.map(apiKeyView) };
    },
    createApiKey: async ({ body }, { request }) => {
      const { user, actor } = personOf(request);
      const { key, secret } = await createApiKey(deps, { userId: user?.id ?? null, name: body.name, actor });
      return { ...apiKeyView(key), secret };
    },
    revokeApiKey: async ({ params }, { request }) => {
      const identity = personOf(request);
      accept(await revokeApiKey(deps, { keyId: Number(params.keyId), of: ownerOf(identity), actor: identity.actor }));
      return undefined;
    },
  };
}

/** Whose keys somebody may see: their own, or at this computer all. */
const ownerOf = ({ user }: Identity): 'all' | { readonly userId: number } => (user ? { userId: user.id } : 'all');

function apiKeyView({ id, name, prefix, createdAt, lastUsedAt, local }: ApiKeyRow) {
  return {
    id: String(id),
    name,
    prefix,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    local,
  };
}

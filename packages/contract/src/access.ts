import { z } from 'zod';
import { operations } from './operation.ts';
import { Id, Nothing, Time } from './scalars.ts';

export const Session = z
  .object({
    user: z.object({ id: Id, name: z.string(), email: z.string().nullable() }).nullable(),
    via: z.enum(['session', 'api_key']),
    companies: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'Session' });

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string(),
    createdAt: Time,
    lastUsedAt: Time.nullable(),
    local: z.boolean(),
  })
  .meta({ id: 'ApiKey' });

export const access = operations({
  signIn: {
    method: 'POST',
    path: '/session',
    tag: 'access',
    summary: 'Sign in with a one-time link',
    description: 'The token is used up. The answer sets a session cookie.',
    body: z.object({ token: z.string().min(20).max(200) }),
    response: Session,
    status: 201,
    open: true,
  },
  getSession: { method: 'GET', path: '/session', tag: 'access', summary: 'Who am I', response: Session },
  signOut: { method: 'DELETE', path: '/session', tag: 'access', summary: 'Sign out', response: Nothing, status: 204 },
  createSignInLink: {
    method: 'POST',
    path: '/sign-in-links',
    tag: 'access',
    summary: 'Make a one-time sign-in link',
    response: z.object({ url: z.string(), expiresAt: Time }).meta({ id: 'SignInLink' }),
    status: 201,
    secret: true,
  },
  listApiKeys: {
    method: 'GET',
    path: '/api-keys',
    tag: 'access',
    summary: 'List API keys',
    response: z.object({ items: z.array(ApiKey) }).meta({ id: 'ApiKeyList' }),
  },
  createApiKey: {
    method: 'POST',
    path: '/api-keys',
    tag: 'access',
    summary: 'Create an API key',
    description: 'The secret is shown this once.',
    body: z.object({ name: z.string().trim().min(1).max(80) }),
    response: ApiKey.extend({ secret: z.string() }).meta({ id: 'NewApiKey' }),
    status: 201,
    secret: true,
  },
  revokeApiKey: {
    method: 'DELETE',
    path: '/api-keys/{keyId}',
    tag: 'access',
    summary: 'Revoke an API key',
    params: z.object({ keyId: Id }),
    response: Nothing,
    status: 204,
  },
});

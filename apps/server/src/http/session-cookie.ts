import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'goniec_session';

/**
 * The cookie of a session. Over https it carries `__Host-` and Secure, which browsers then enforce; over plain http (this very
 * computer, or a network without TLS) they would drop it.
 */
export interface SessionCookie {
  read(request: FastifyRequest): string | null;
  set(reply: FastifyReply, token: string, expiresAt: Date): void;
  clear(reply: FastifyReply): void;
}

export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? `__Host-${NAME}` : NAME;
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    read: (request) => request.cookies[name] ?? null,
    set: (reply, token, expires) => void reply.setCookie(name, token, { ...options, expires }),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}

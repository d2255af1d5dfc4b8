import type { Core } from '../core.ts';
import type { Fields } from './fields.ts';
import type { Reply } from './reply.ts';

/** A request after its body was read; endpoints see nothing of sockets. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Parts of the path named by the route. */
  readonly params: Readonly<Record<string, string>>;
  readonly fields: Fields;
  /** Whether a legacy endpoint answers JSON (`format=json`) or plain text. */
  readonly asJson: boolean;
  /** `Authorization` header; empty when absent. */
  readonly authorization: string;
  /** `Content-Type` header as it came; empty when absent. */
  readonly contentType: string;
  /** `Accept` header as it came; empty when absent. */
  readonly accept: string;
  /** The body as it came, for what is neither a form nor JSON. */
  readonly bytes: Buffer;
  /** `User-Agent` header; empty when absent. */
  readonly userAgent: string;
}

export type Handler = (core: Core, call: Call) => Reply | Promise<Reply>;

/**
 * Who may call: `legacy` and `rest` want the token and refuse in their own styles, `open` takes everybody,
 * `admin` wants the token or a caller on this very machine.
 */
export type Access = 'legacy' | 'rest' | 'open' | 'admin';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** `/sms/sendernames/:sender` */
  readonly path: string;
  readonly access: Access;
  readonly handler: Handler;
}

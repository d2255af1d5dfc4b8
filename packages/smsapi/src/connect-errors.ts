import type { UnreachablePhase } from './result.ts';

const RESOLVER_CODES: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NONAME', 'EAI_NODATA']);
const REFUSED_CODES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);

// OpenSSL's verification results as Node names them, and the handshakes that end before a key exists.
// Other TLS errors (a damaged record, say) can come after the request and are left out on purpose.
const certificate =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME_INVALID$)/;
const handshake =
  /^ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|TLSV1_ALERT_PROTOCOL_VERSION|(?:SSLV3|SSL\/TLS)_ALERT_HANDSHAKE_FAILURE)$/;

interface ErrorFields {
  code: string;
  syscall: string;
  message: string;
  cause: unknown;
  errors: readonly unknown[];
}

/** How far an attempt to connect got, and one line about what stopped it. */
export interface ConnectFailure {
  phase: UnreachablePhase;
  cause: string;
}

/**
 * The reason why a connection could not be made at all, or `null` if the request may have been written.
 *
 * `fetch` says "fetch failed" to everything; the truth is in the chain of causes. Only proof counts: an error of the
 * name lookup, of the `connect` call itself, of the certificate or of the first handshake. A reset connection, even one
 * reset during the handshake, is not proof. With several addresses (AggregateError) every attempt must have failed so.
 *
 * @example
 * connectFailure(error); // { phase: 'connect', cause: 'ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:8089' }
 */
export function connectFailure(thrown: unknown): ConnectFailure | null {
  for (let error = fieldsOf(thrown), depth = 0; error !== null && depth < 5; error = fieldsOf(error.cause), depth++) {
    const [first, ...rest] = error.errors.map(connectFailure);
    if (first !== undefined) return rest.includes(null) ? null : first;
    const phase = phaseOf(error);
    if (phase !== null) return { phase, cause: line(error) };
  }
  return null;
}

/** One line about an error for a person who reads the log: the deepest cause that says anything, with its code. */
export function describeError(thrown: unknown): string {
  let told = '';
  for (let error = fieldsOf(thrown), depth = 0; error !== null && depth < 5; error = fieldsOf(error.cause), depth++) {
    told = line(error) || told;
  }
  return told || 'an error without a description';
}

function line({ code, message }: ErrorFields): string {
  return code === '' ? message : `${code}: ${message}`;
}

function phaseOf({ code, syscall }: ErrorFields): UnreachablePhase | null {
  if (syscall === 'getaddrinfo' || RESOLVER_CODES.has(code)) return 'name';
  if (syscall === 'connect' || REFUSED_CODES.has(code)) return 'connect';
  return certificate.test(code) || handshake.test(code) ? 'tls' : null;
}

function fieldsOf(thrown: unknown): ErrorFields | null {
  if (!(thrown instanceof Error)) return null;
  const text = (name: 'code' | 'syscall'): string => {
    const value: unknown = Reflect.get(thrown, name);
    return typeof value === 'string' ? value : '';
  };
  return {
    code: text('code'),
    syscall: text('syscall'),
    message: thrown.message.split('\n', 1)[0] ?? '',
    cause: thrown.cause,
    errors: thrown instanceof AggregateError ? thrown.errors : [],
  };
}

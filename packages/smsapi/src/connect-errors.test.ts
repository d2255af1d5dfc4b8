import { describe, expect, it } from 'vitest';
import { connectFailure, describeError } from './connect-errors.ts';

interface Fields {
  code?: string;
  syscall?: string;
}

function systemError(message: string, fields: Fields, errors?: Error[]): Error {
  const error = errors === undefined ? new Error(message) : new AggregateError(errors, message);
  return Object.assign(error, fields);
}

/** What `fetch` of Node throws for every trouble: the truth is in the cause. */
function fetchFailed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

const refusedV4 = systemError('connect ECONNREFUSED 127.0.0.1:8089', { code: 'ECONNREFUSED', syscall: 'connect' });
const refusedV6 = systemError('connect ECONNREFUSED ::1:8089', { code: 'ECONNREFUSED', syscall: 'connect' });
const readReset = systemError('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' });

// Shapes recorded from Node 26 where a socket of a test cannot produce them
describe('connectFailure', () => {
  it.each([
    ['a refused connection', refusedV4, 'ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:8089'],
    [
      'an unknown name',
      systemError('getaddrinfo ENOTFOUND api.smsapi.pl', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
      'ENOTFOUND: getaddrinfo ENOTFOUND api.smsapi.pl',
    ],
    [
      'a silent name server',
      systemError('getaddrinfo EAI_AGAIN api.smsapi.pl', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }),
      'EAI_AGAIN: getaddrinfo EAI_AGAIN api.smsapi.pl',
    ],
    [
      'a connect call that timed out',
      systemError('connect ETIMEDOUT 192.0.2.1:443', { code: 'ETIMEDOUT', syscall: 'connect' }),
      'ETIMEDOUT: connect ETIMEDOUT 192.0.2.1:443',
    ],
    [
      'a network without a route',
      systemError('connect ENETUNREACH 192.0.2.1:443', { code: 'ENETUNREACH', syscall: 'connect' }),
      'ENETUNREACH: connect ENETUNREACH 192.0.2.1:443',
    ],
    [
      'a local firewall',
      systemError('connect EACCES 192.0.2.1:443', { code: 'EACCES', syscall: 'connect' }),
      'EACCES: connect EACCES 192.0.2.1:443',
    ],
    [
      'the connect time-out of fetch itself',
      systemError('Connect Timeout Error (attempted address: api.smsapi.pl:443, timeout: 10000ms)', {
        code: 'UND_ERR_CONNECT_TIMEOUT',
      }),
      'UND_ERR_CONNECT_TIMEOUT: Connect Timeout Error (attempted address: api.smsapi.pl:443, timeout: 10000ms)',
    ],
    [
      'a self-signed certificate',
      systemError('self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate',
    ],
    [
      'a self-signed certificate of a company proxy',
      systemError('self-signed certificate in certificate chain', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
      'SELF_SIGNED_CERT_IN_CHAIN: self-signed certificate in certificate chain',
    ],
    [
      'an expired certificate',
      systemError('certificate has expired', { code: 'CERT_HAS_EXPIRED' }),
      'CERT_HAS_EXPIRED: certificate has expired',
    ],
    [
      'an unknown issuer',
      systemError('unable to verify the first certificate', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE: unable to verify the first certificate',
    ],
    [
      'a certificate of another host',
      systemError("Hostname/IP does not match certificate's altnames", { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames",
    ],
    [
      'every address of the host refused',
      systemError('', { code: 'ECONNREFUSED' }, [refusedV6, refusedV4]),
      'ECONNREFUSED: connect ECONNREFUSED ::1:8089',
    ],
  ])('proves %s', (_, cause, expected) => {
    expect(connectFailure(fetchFailed(cause))?.cause).toBe(expected);
    expect(connectFailure(cause)?.cause).toBe(expected);
  });

  it.each([
    ['name', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
    ['name', { code: 'EAI_AGAIN' }],
    ['connect', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['connect', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['tls', { code: 'CERT_HAS_EXPIRED' }],
    ['tls', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
    ['tls', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
  ])('tells that it got stuck at the %s: %o', (phase, fields) => {
    expect(connectFailure(fetchFailed(systemError('…', fields)))?.phase).toBe(phase);
  });

  it.each([
    ['a reset while reading', readReset],
    ['a broken pipe', systemError('write EPIPE', { code: 'EPIPE', syscall: 'write' })],
    ['an established connection that timed out', systemError('read ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'read' })],
    ['a route lost on the way', systemError('read EHOSTUNREACH', { code: 'EHOSTUNREACH', syscall: 'read' })],
    ['the other side closing', systemError('other side closed', { code: 'UND_ERR_SOCKET' })],
    ['no headers in time', systemError('Headers Timeout Error', { code: 'UND_ERR_HEADERS_TIMEOUT' })],
    ['no body in time', systemError('Body Timeout Error', { code: 'UND_ERR_BODY_TIMEOUT' })],
    [
      'a handshake that was cut, which nothing but a message tells from a later cut',
      systemError('Client network socket disconnected before secure TLS connection was established', {
        code: 'ECONNRESET',
      }),
    ],
    ['a damaged TLS record', systemError('bad record mac', { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' })],
    ['one address refused and another reset', systemError('', { code: 'ECONNREFUSED' }, [refusedV6, readReset])],
    ['several addresses, the reset first', systemError('', { code: 'ECONNRESET' }, [readReset, refusedV4])],
    ['an aggregate of nothing', systemError('', {}, [])],
    ['no cause', undefined],
    ['a cause that is text', 'ECONNREFUSED'],
    ['a cause that is data', { code: 'ECONNREFUSED', syscall: 'connect' }],
  ])('does not take %s for proof', (_, cause) => {
    expect(connectFailure(fetchFailed(cause))).toBeNull();
  });

  it('ends even if the causes go round in a circle', () => {
    const first = new Error('first');
    const second = new Error('second', { cause: first });
    first.cause = second;
    expect(connectFailure(first)).toBeNull();
    expect(describeError(first)).toMatch(/first|second/);
  });
});

describe('describeError', () => {
  it.each([
    ['the deepest cause with its code', fetchFailed(readReset), 'ECONNRESET: read ECONNRESET'],
    ['the first line only', new Error('one\ntwo'), 'one'],
    ['the outer error when the cause is silent', fetchFailed(new Error('')), 'fetch failed'],
    ['something that is no error', 'text', 'an error without a description'],
    ['nothing', undefined, 'an error without a description'],
  ])('tells %s', (_, thrown, expected) => {
    expect(describeError(thrown)).toBe(expected);
  });
});

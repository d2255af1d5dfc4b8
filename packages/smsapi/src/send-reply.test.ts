import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSendReply, type SendResult } from './send-reply.ts';
import type { HttpReply } from './transport.ts';

const anna = { number: '48500100201', idx: 'g1-a' };
const jan = { number: '48500100202', idx: 'g1-b' };

function reply(body: unknown, more: Partial<HttpReply> = {}): HttpReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status: 200, contentType: 'application/json', retryAfter: null, body: text, ...more };
}

function item(fields: object = {}): object {
  return {
    id: '60123456789012345678',
    points: 0.165,
    number: anna.number,
    submitted_number: anna.number,
    date_sent: 1_767_225_600,
    status: 'QUEUE',
    error: null,
    idx: anna.idx,
    parts: 1,
    ...fields,
  };
}

/** The result in words: what a table of replies can be compared with. */
function brief(result: SendResult): string {
  if (result.kind === 'refused') return `refused ${result.error.code} ${result.error.name}`;
  if (result.kind === 'throttled') return `throttled ${result.retryAfterMs}`;
  if (result.kind === 'uncertain') return ['uncertain', result.cause, result.retryAfterMs ?? ''].join(' ').trim();
  if (result.kind !== 'answered') return result.kind;
  const words = result.outcomes.map((each) =>
    each.kind === 'accepted'
      ? `${each.id} ${each.parts} ${each.points} ${each.number}`
      : `refused ${each.error.code} ${each.error.name}`,
  );
  return words.join(' | ');
}

describe('a success reply to one recipient', () => {
  const accepted = '60123456789012345678 1 1650 48500100201';
  it.each([
    ['the shape of the specification', { count: 1, list: [item()] }, accepted],
    [
      'an older one, without parts',
      { count: 1, list: [item({ parts: undefined })] },
      '60123456789012345678 null 1650 48500100201',
    ],
    [
      'details beside the list',
      { count: 1, message: 'Hej', length: 3, parts: 2, list: [item({ parts: null })] },
      '60123456789012345678 2 1650 48500100201',
    ],
    [
      'details inside the item',
      { count: 1, list: [item({ message: 'Hej', length: 3, parts: 3 })] },
      '60123456789012345678 3 1650 48500100201',
    ],
    ['points as text', { count: 1, list: [item({ points: '0.3000' })] }, '60123456789012345678 1 3000 48500100201'],
    ['points null', { count: 1, list: [item({ points: null })] }, '60123456789012345678 1 null 48500100201'],
    ['points empty', { count: 1, list: [item({ points: '' })] }, '60123456789012345678 1 null 48500100201'],
    [
      'points that are no number',
      { count: 1, list: [item({ points: [1] })] },
      '60123456789012345678 1 null 48500100201',
    ],
    ['neither error nor idx', { count: 1, list: [item({ error: undefined, idx: undefined })] }, accepted],
    ['idx null', { count: 1, list: [item({ idx: null })] }, accepted],
    ['counts as text', { count: '1', list: [item({ parts: '1' })] }, accepted],
    ['no count', { list: [item()] }, accepted],
    [
      'an id of 24 hex',
      { count: 1, list: [item({ id: '60E5A1B2C3D4E5F60718386A' })] },
      '60E5A1B2C3D4E5F60718386A 1 1650 48500100201',
    ],
    [
      'unknown fields everywhere',
      { count: 1, extra: { a: [1] }, list: [item({ encoding: 'gsm', nested: { deep: true } })] },
      accepted,
    ],
    ['a fallback', { count: 1, list: [item()], fallbacks: { vms: { count: 0, list: [] } } }, accepted],
    ['error 0 at the top', { error: 0, count: 1, list: [item()] }, accepted],
    ['error null at the top', { error: null, count: 1, list: [item()] }, accepted],
    ['invalid_numbers empty', { count: 1, list: [item()], invalid_numbers: [] }, accepted],
    [
      'a plus and blanks in the number',
      { count: 1, list: [item({ number: '+48 500 100 201', submitted_number: '+48 500 100 201' })] },
      accepted,
    ],
    ['only the submitted number', { count: 1, list: [item({ number: null })] }, accepted],
    ['no number at all', { count: 1, list: [{ id: '7' }] }, '7 null null 48500100201'],
    ['the list as an object with numbered keys', { count: 1, list: { '1': item() } }, accepted],
    [
      'one message more than asked',
      { count: 2, list: [item(), item({ id: '8', number: '48600000000', submitted_number: null, idx: null })] },
      accepted,
    ],
  ])('reads %s', (_, body, expected) => {
    expect(brief(readSendReply(reply(body), [anna], true))).toBe(expected);
  });

  it.each([
    [
      'a number token beyond 2^53',
      '{"count":1,"list":[{"id":60123456789012345678,"number":48500100201,"points":0.1650}]}',
      '60123456789012345678 null 1650 48500100201',
    ],
    ['a byte order mark before a text reply', '\uFEFFOK:6012:0.165', '6012 null 1650 48500100201'],
    ['a text reply', 'OK:60123456789012345678:0.0700', '60123456789012345678 null 700 48500100201'],
    ['a text reply with the number', 'OK:6012:0.07:48500100201;', '6012 null 700 48500100201'],
    ['a text reply without points', 'OK:60E5A1B2\n', '60E5A1B2 null null 48500100201'],
  ])('reads %s', (_, body, expected) => {
    expect(brief(readSendReply(reply(body, { contentType: 'text/html' }), [anna], true))).toBe(expected);
  });

  it.each([201, 202, 299])('does not mind status %d', (status) => {
    expect(brief(readSendReply(reply({ count: 1, list: [item()] }, { status }), [anna], true))).toBe(
      '60123456789012345678 1 1650 48500100201',
    );
  });
});

describe('a success reply to several recipients', () => {
  const janItem = item({ id: '7', number: jan.number, submitted_number: jan.number, idx: jan.idx });
  const invalidJan = { number: jan.number, submitted_number: jan.number, message: 'Limit' };
  const annaTaken = '60123456789012345678 1 1650 48500100201';
  it.each([
    ['both, in another order', { count: 2, list: [janItem, item()] }, `${annaTaken} | 7 1 1650 48500100202`],
    ['the bad one omitted', { count: 1, list: [item()] }, `${annaTaken} | refused 0 omitted_by_gateway`],
    ['the first omitted', { count: 1, list: [janItem] }, 'refused 0 omitted_by_gateway | 7 1 1650 48500100202'],
    [
      'the omitted one explained',
      { count: 1, list: [item()], invalid_numbers: [invalidJan] },
      `${annaTaken} | refused 13 number_invalid`,
    ],
    [
      'explained with a code',
      { count: 1, list: [item()], invalid_numbers: [{ ...invalidJan, error_code: 96 }] },
      `${annaTaken} | refused 96 monthly_limit_reached`,
    ],
    [
      'an item with an error of its own',
      { count: 1, list: [item(), { number: jan.number, error: 57 }] },
      `${annaTaken} | refused 57 number_blacklisted`,
    ],
    ['nobody at all, counted', { count: 0, list: [] }, 'refused 0 omitted_by_gateway | refused 0 omitted_by_gateway'],
    [
      'top-level parts that belong to one of two',
      { count: 2, parts: 5, list: [item({ parts: null }), janItem] },
      '60123456789012345678 null 1650 48500100201 | 7 1 1650 48500100202',
    ],
    ['text for both', 'OK:6:0.07:48500100202;OK:7:0.07:48500100201', '7 null 700 48500100201 | 6 null 700 48500100202'],
    ['text for one', 'OK:7:0.07:48500100202', 'refused 0 omitted_by_gateway | 7 null 700 48500100202'],
    ['text for both without numbers', 'OK:6:0.07;OK:7:0.07', '6 null 700 48500100201 | 7 null 700 48500100202'],
  ])('reads %s', (_, body, expected) => {
    expect(brief(readSendReply(reply(body), [anna, jan], true))).toBe(expected);
  });

  it.each([
    ['a list that says nothing of its entries', { count: 1, list: [{}] }],
    ['an entry without id', { count: 2, list: [item(), { ...janItem, id: null }] }],
    ['an entry with an empty id', { count: 2, list: [item({ id: '' }), janItem] }],
    ['an entry with an internal error', { count: 2, list: [item(), { ...janItem, error: 999 }] }],
    ['an entry that is no object', { count: 2, list: [item(), 'QUEUE'] }],
    [
      'somebody else’s number',
      { count: 1, list: [item({ number: '48600000000', submitted_number: null, idx: null })] },
    ],
    ['a larger count than the list', { count: 2, list: [item()] }],
    ['an empty list without count', { list: [] }],
    ['an empty list which counts one', { count: 1, list: [] }],
    ['no list', { count: 2 }],
    ['a list that is text', { count: 2, list: 'OK' }],
    ['text for one of two, not saying which', 'OK:7:0.07'],
    ['text cut in the middle', 'OK:7:0.07:48500100201;OK:'],
    ['an error together with accepted messages', { error: 13, message: 'x', list: [item()] }],
    ['error 53 together with accepted messages', { error: 53, message: 'x', list: [item()] }],
  ])('is uncertain about %s', (_, body) => {
    expect(brief(readSendReply(reply(body), [anna, jan], true))).toBe('uncertain unreadable');
  });
});

describe('an error reply', () => {
  it.each([
    ['an error with HTTP 200', { error: 101, message: 'Authorization failed' }, {}, 'refused 101 token_invalid'],
    [
      'the same with HTTP 401',
      { error: 101, message: 'Authorization failed' },
      { status: 401 },
      'refused 101 token_invalid',
    ],
    ['the code as text', { error: '103', message: 'No points' }, {}, 'refused 103 not_enough_points'],
    ['no message', { error: 14 }, {}, 'refused 14 sender_invalid'],
    [
      'a wrong content type',
      { error: 11, message: 'Content is empty' },
      { contentType: 'text/html' },
      'refused 11 text_missing_or_too_long',
    ],
    ['a code nobody knows', { error: 777, message: '?' }, {}, 'refused 777 unknown_code'],
    ['a known code on a 500', { error: 103, message: 'No points' }, { status: 500 }, 'refused 103 not_enough_points'],
    [
      'a framework’s page on a 500',
      { error: 500, message: 'Internal Server Error' },
      { status: 500 },
      'uncertain http_status',
    ],
    ['text', 'ERROR:101', {}, 'refused 101 token_invalid'],
    ['text with a blank and a message', 'ERROR: 14: Invalid sender', {}, 'refused 14 sender_invalid'],
    ['text, throttled', 'ERROR:202', {}, 'throttled null'],
    ['text, internal error', 'ERROR:999', {}, 'uncertain gateway_code'],
    ['an idx used before', { error: 53, message: 'Not unique' }, {}, 'alreadyTaken'],
    ['code 200', { error: 200, message: 'Try again' }, {}, 'refused 200 submission_failed'],
    ['code 201', { error: 201, message: 'Internal' }, {}, 'uncertain gateway_code'],
    ['code 666', { error: 666, message: 'Internal' }, {}, 'uncertain gateway_code'],
    ['code 999 on a 500', { error: 999, message: 'Internal' }, { status: 500 }, 'uncertain gateway_code'],
    ['code 202', { error: 202, message: 'Too many' }, {}, 'throttled null'],
    ['code 203 with a pause', { error: 203, message: 'Too many' }, { retryAfter: '3' }, 'throttled 3000'],
    ['HTTP 429', '', { status: 429 }, 'throttled null'],
    ['HTTP 429 with seconds', 'Too Many Requests', { status: 429, retryAfter: ' 120 ' }, 'throttled 120000'],
    ['HTTP 429 with a date gone by', '', { status: 429, retryAfter: 'Wed, 21 Oct 2015 07:28:00 GMT' }, 'throttled 0'],
    ['HTTP 429 with nonsense', '', { status: 429, retryAfter: 'soon' }, 'throttled null'],
    ['HTTP 429 with a REST tag', { message: 'x', error: 'too_many_requests' }, { status: 429 }, 'throttled null'],
    ['HTTP 429 with a code: the body is read first', { error: 103 }, { status: 429 }, 'refused 103 not_enough_points'],
    [
      'HTTP 401 with a REST tag',
      { message: 'x', error: 'authorization_failed' },
      { status: 401 },
      'refused 101 token_invalid',
    ],
    ['HTTP 401 with a page', '<h1>401</h1>', { status: 401 }, 'refused 101 token_invalid'],
    ['HTTP 403 with a page', '<h1>403</h1>', { status: 403 }, 'refused 401 token_lacks_permission'],
    [
      'HTTP 400 with a REST tag',
      { message: 'x', error: 'invalid_request_data', errors: [] },
      { status: 400 },
      'refused 0 request_rejected',
    ],
    ['HTTP 404 with a page', '<h1>Not found</h1>', { status: 404 }, 'refused 0 address_wrong'],
    ['HTTP 405', '', { status: 405 }, 'refused 0 address_wrong'],
    ['HTTP 413', '<h1>Too large</h1>', { status: 413 }, 'refused 0 request_too_large'],
    ['HTTP 400 with a page', '<h1>Bad request</h1>', { status: 400 }, 'uncertain http_status'],
    ['HTTP 408', '', { status: 408 }, 'uncertain http_status'],
    ['HTTP 500', '', { status: 500 }, 'uncertain http_status'],
    ['HTTP 502 with a page', '<html>Bad gateway</html>', { status: 502 }, 'uncertain http_status'],
    ['HTTP 503 of the service', { message: 'Down', service: 'sms' }, { status: 503 }, 'uncertain http_status'],
    ['HTTP 503 that says until when', 'Down', { status: 503, retryAfter: '90' }, 'uncertain http_status 90000'],
    [
      'HTTP 503 with a REST tag',
      { message: 'Down', error: 'service_unavailable' },
      { status: 503 },
      'uncertain http_status',
    ],
    ['HTTP 500 with a list', { count: 1, list: [item()] }, { status: 500 }, 'uncertain http_status'],
    ['HTTP 302', '', { status: 302 }, 'uncertain http_status'],
    ['a page with HTTP 200', '<html>Zaloguj się do sieci</html>', { contentType: 'text/html' }, 'uncertain unreadable'],
    ['an empty body', '', {}, 'uncertain unreadable'],
    ['HTTP 204', '', { status: 204 }, 'uncertain unreadable'],
    ['JSON cut in the middle', '{"count":1,"list":[{"id":"6012', {}, 'uncertain unreadable'],
    ['a REST tag with HTTP 200', { message: 'x', error: 'whatever' }, {}, 'uncertain unreadable'],
    ['error true', { error: true }, {}, 'uncertain unreadable'],
    ['error as an object', { error: { code: 101 } }, {}, 'uncertain unreadable'],
    ['null', 'null', {}, 'uncertain unreadable'],
    ['an array', '[]', {}, 'uncertain unreadable'],
    ['a bare text', '"OK"', {}, 'uncertain unreadable'],
    ['a bare number', '13', {}, 'uncertain unreadable'],
    ['an empty object', {}, {}, 'uncertain unreadable'],
  ] satisfies [string, unknown, Partial<HttpReply>, string][])('reads %s', (_, body, more, expected) => {
    expect(brief(readSendReply(reply(body, more), [anna], true))).toBe(expected);
  });

  it('counts a date in Retry-After from now', () => {
    const soon = new Date(Date.now() + 3_600_000).toUTCString();
    const result = readSendReply(reply('', { status: 429, retryAfter: soon }), [anna], true);
    expect(result.kind === 'throttled' && result.retryAfterMs).toBeGreaterThan(3_500_000);
  });

  it('takes error 53 for a plain refusal when the idx was not to be checked', () => {
    expect(brief(readSendReply(reply({ error: 53, message: 'Not unique' }), [anna], false))).toBe(
      'refused 53 idx_already_used',
    );
  });

  it('tells which numbers were invalid, and why if the gateway says so', () => {
    const result = readSendReply(
      reply({
        error: 13,
        message: 'No correct phone numbers',
        invalid_numbers: [
          { number: '456456456', submitted_number: '+456456456', message: 'Invalid phone number' },
          { number: '48500100202', submitted_number: '48500100202', message: 'Limit', error_code: 96 },
          { number: null, submitted_number: 'abc', message: null },
          'nonsense',
        ],
      }),
      [anna, jan],
      true,
    );
    expect(result).toMatchObject({
      kind: 'refused',
      error: { code: 13, class: 'recipient', message: 'No correct phone numbers' },
      invalidNumbers: [
        { number: '456456456', submittedNumber: '456456456', error: { code: 13, message: 'Invalid phone number' } },
        { number: '48500100202', error: { code: 96, class: 'money', message: 'Limit' } },
        { number: null, submittedNumber: null, error: { code: 13, message: '' } },
      ],
    });
  });

  it('keeps the gateway’s message, which may quote a number, out of the detail', () => {
    expect(readSendReply(reply({ error: 999, message: 'Internal error for 48500100201' }), [anna], true)).toEqual({
      kind: 'uncertain',
      cause: 'gateway_code',
      detail: 'error 999',
    });
  });

  it('never puts the body into the detail, which goes to the log', () => {
    const result = readSendReply(reply('{"list":[{"number":"48500100201'), [anna], true);
    expect(result).toEqual({
      kind: 'uncertain',
      cause: 'unreadable',
      detail: 'HTTP 200, application/json, 31 characters',
    });
  });
});

describe('any reply at all', () => {
  const key = fc.constantFrom('count', 'list', 'error', 'message', 'invalid_numbers', 'id', 'number', 'idx', 'points');
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.object({ key, maxDepth: 3 }).map((value) => JSON.stringify(value)),
  );

  it('gives one outcome per recipient or none, and never throws', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 100, max: 599 }), (text, status) => {
        const result = readSendReply(reply(text, { status }), [anna, jan], true);
        expect(result.kind === 'answered' ? result.outcomes.length : 2).toBe(2);
      }),
      { numRuns: 500 },
    );
  });
});

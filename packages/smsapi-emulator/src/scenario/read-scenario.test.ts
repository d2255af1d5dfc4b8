import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from './read-scenario.ts';

const faultsOf = (over: unknown): readonly string[] => {
  const outcome = parseScenario({ name: 'x', ...(typeof over === 'object' ? over : {}) });
  return outcome.ok ? [] : outcome.faults;
};

const withFault = (fault: unknown) => ({ faults: [{ reply: { kind: 'cut' } }, fault] });
const withReport = (report: unknown) => ({ reports: [report] });
const withEvent = (event: unknown) => ({ events: [event] });

describe('a scenario', () => {
  it('is read as it is written, with every part it may have', () => {
    const written = {
      name: 'all',
      about: 'Everything at once.',
      seed: 7,
      clock: { at: '2026-01-12T09:00:00Z', pace: 60, frozen: true },
      speed: 10,
      latency: [
        {
          delay: {
            percentiles: [
              [50, 10],
              [100, 20],
            ],
          },
          path: '/sms.do',
        },
        { delay: { medianMs: 5, spread: 1, mostMs: 9 }, numbers: '^48' },
        { delay: { meanMs: 5, deviationMs: 1 } },
      ],
      switches: { ids: 'hex', idxHours: 96 },
      account: { points: 5, outOfPointsAfter: 3, price: 0.1, senders: ['Sklep'], paymentType: 'prepaid' },
      faults: [
        { reply: { kind: 'slow', delay: { ms: 5 } }, accepted: true, every: 2, after: 1, from: 'PT1H', until: 'P1D' },
        { reply: { kind: 'drip', bytes: 1, everyMs: 1 }, accepted: false },
        { reply: { kind: 'content-type', contentType: 'text/html' }, accepted: false },
        { reply: { kind: 'garbage', bytes: 0 }, accepted: false, path: '/contacts*' },
      ],
      reports: [
        { kind: 'late', ms: 1, rate: 0.5, statuses: [404], fates: ['delivered'] },
        { kind: 'wrong', status: 413, name: 'NEWS' },
      ],
      events: [
        { at: 'PT1H', do: { points: 1, token: 'revoked', clock: { pace: 2 } } },
        { afterMessages: 10, do: { fault: { reply: { kind: 'hang' }, accepted: true }, reports: 'paused' } },
      ],
    };
    expect(parseScenario(written)).toEqual({ ok: true, value: written });
  });

  it('takes a fault for one that strikes before the messages are taken, unless told otherwise', () => {
    expect(parseScenario({ name: 'x', faults: [{ reply: { kind: 'hang' } }] })).toMatchObject({
      value: { faults: [{ reply: { kind: 'hang' }, accepted: false }] },
    });
  });

  it.each([
    [[], 'The whole must be an object, not [].'],
    ['x', 'The whole must be an object, not "x".'],
    [{}, 'name is missing.'],
    [{ name: '' }, 'name must be a text that is not empty, not "".'],
  ])('that is %j is refused', (value, sentence) => {
    expect(parseScenario(value)).toEqual({ ok: false, faults: [sentence] });
  });

  it.each([
    [{ fautls: [] }, 'fautls is not known; The whole takes: $schema, name, about, seed, clock'],
    [{ seed: 1.5 }, 'seed must be a whole number from 0, not 1.5.'],
    [{ clock: { at: 'noon' } }, 'clock.at must be milliseconds, a duration such as PT1H30M or P3D'],
    [{ clock: { pace: 0 } }, 'clock.pace must be a number above 0, at most 1000000, not 0.'],
    [{ latency: { minMs: 5, maxMs: 1 } }, 'latency must be two ends, the second not below the first'],
    [{ latency: { usually: 5 } }, 'latency must be {minMs, maxMs}, {ms}, {meanMs, deviationMs, mostMs?}'],
    [{ latency: [{ delay: { ms: 'long' } }] }, 'latency[0].delay.ms must be a number from 0 to 86400000, not "long".'],
    [
      {
        latency: {
          percentiles: [
            [90, 1],
            [50, 2],
          ],
        },
      },
      'latency.percentiles must be a rising list of [per cent, milliseconds]',
    ],
    [{ latency: { percentiles: [] } }, 'latency.percentiles must be a rising list'],
    [
      { latency: { percentiles: [[500, 1]] } },
      'latency.percentiles[0] must be a pair of per cent (0 to 100) and milliseconds',
    ],
    [{ switches: { ids: 'octal' } }, 'switches: Switch ids takes one of: decimal, hex.'],
    [{ account: { points: -1 } }, 'account.points must be a number from 0, not -1.'],
    [
      { account: { paymentType: 'barter' } },
      'account.paymentType must be one of: prepaid, postpaid, subscription, trial',
    ],
    [{ faults: {} }, 'faults must be a list, not {}.'],
    [withFault({}), 'faults[1].reply is missing.'],
    [
      withFault({ reply: { kind: 'magic' } }),
      'faults[1].reply.kind must be one of: status, error, hang, cut, text, html',
    ],
    [
      withFault({ reply: { kind: 'status', status: 200 } }),
      'faults[1].reply.status must be a whole number from 400 to 599, not 200.',
    ],
    [withFault({ reply: { kind: 'status' } }), 'faults[1].reply.status is missing.'],
    [
      withFault({ reply: { kind: 'hang', status: 500 } }),
      'faults[1].reply.status is not known; faults[1].reply takes: kind.',
    ],
    [withFault({ reply: { kind: 'slow' } }), 'faults[1].reply must be slow by either ms or delay'],
    [
      withFault({ reply: { kind: 'content-type', contentType: '\n' } }),
      'faults[1].reply.contentType must be a content type',
    ],
    [withFault({ reply: { kind: 'cut' }, numbers: '(' }), 'faults[1].numbers must be a regular expression, not "(".'],
    [withFault({ reply: { kind: 'cut' }, rate: 2 }), 'faults[1].rate must be a number from 0 to 1, not 2.'],
    [withFault({ reply: { kind: 'cut' }, every: 0 }), 'faults[1].every must be a whole number from 1, not 0.'],
    [withFault({ reply: { kind: 'cut' }, path: 'sms.do' }), 'faults[1].path must be a path such as /sms.do'],
    [withFault({ reply: { kind: 'cut' }, from: 'soon' }), 'faults[1].from must be milliseconds, a duration'],
    [
      withReport({ kind: 'torn' }),
      'reports[0].kind must be one of: lost, late, duplicated, disordered, batched, wrong',
    ],
    [withReport({ kind: 'lost', ms: 5 }), 'reports[0].ms is not known; reports[0] takes: '],
    [withReport({ kind: 'lost', fates: ['happy'] }), 'reports[0].fates[0] must be one of: delivered, undelivered'],
    [withEvent({ do: {} }), 'events[0] must be an event with either at or afterMessages'],
    [withEvent({ at: 1, afterMessages: 1, do: {} }), 'events[0] must be an event with either at or afterMessages'],
    [withEvent({ at: 1 }), 'events[0].do is missing.'],
    [withEvent({ at: 1, do: { dance: true } }), 'events[0].do.dance is not known; events[0].do takes: points'],
    [withEvent({ at: 1, do: { token: 'lost' } }), 'events[0].do.token must be one of: revoked, valid, not "lost".'],
    [withEvent({ at: 1, do: { sender: { name: 'A' } } }), 'events[0].do.sender.status is missing.'],
    [
      withEvent({ at: 1, do: { fault: { reply: { kind: 'cut' }, next: 0 } } }),
      'events[0].do.fault.next must be a whole',
    ],
    [withEvent({ at: 1, do: { optOut: 'abc' } }), 'events[0].do.optOut must be a phone number, not "abc".'],
    [withEvent({ at: 1, do: { clearFaults: false } }), 'events[0].do.clearFaults must be true, not false.'],
  ])('with %j is refused: %s', (over, sentence) => {
    const faults = faultsOf(over);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });

  it('tells everything that is wrong at once', () => {
    expect(faultsOf({ seed: 'a', clock: { pace: -1 }, faults: [{}, { reply: { kind: 'x' } }] })).toHaveLength(4);
  });
});

describe("the README's scenario", () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  it('is valid as it stands there', () => {
    const written: unknown = JSON.parse(/```json\n(\{\n  "name".*?)```/s.exec(readme)?.[1] ?? '');
    expect(parseScenario(written)).toMatchObject({ ok: true, value: { name: 'friday-evening' } });
  });

  it.each(['name', 'about', 'seed', 'clock', 'speed', 'latency', 'switches', 'account', 'faults', 'reports', 'events'])(
    'explains %s',
    (member) => {
      expect(readme).toContain(`\`${member}\``);
    },
  );

  it('explains everything an event can do', () => {
    const [, allowed = ''] = /takes: (.*)\.$/.exec(faultsOf(withEvent({ at: 1, do: { dance: 1 } }))[0] ?? '') ?? [];
    expect(allowed.split(', ').length).toBeGreaterThan(12);
    expect(allowed.split(', ').filter((deed) => !readme.includes(`\`${deed}\``))).toEqual([]);
  });
});

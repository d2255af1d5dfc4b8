import { describe, expect, it } from 'vitest';
import type { MessageOutcome } from '../providers/provider.ts';
import { sortOutcomes } from './sort-outcomes.ts';

const accepted: MessageOutcome = { kind: 'accepted', providerId: 'X', parts: 1, points: 1500 };
const taken: MessageOutcome = { kind: 'already_taken' };
const refused: MessageOutcome = { kind: 'refused', code: 'smsapi_57' };
const later = (retryAfterMs: number): MessageOutcome => ({ kind: 'deferred', code: 'smsapi_52', retryAfterMs });

/** Messages 1, 2, 3; those named are withheld. */
const batch = (...withheld: readonly number[]) => ({
  batchId: 7,
  messages: [1, 2, 3].map((id) => ({
    id,
    phone: `+4850110000${id}`,
    generation: 0,
    permitted: !withheld.includes(id),
  })),
});
const brief = (withheld: readonly number[], outcomes: readonly MessageOutcome[]) => {
  const { recorded, deferred, unproved } = sortOutcomes(batch(...withheld), outcomes);
  return {
    recorded: recorded.map(({ messageId, outcome, code }) => `${messageId} ${outcome} ${code ?? ''}`.trim()),
    deferred: deferred?.ids ?? [],
    unproved,
  };
};

describe("the gateway's outcomes beside our messages", () => {
  it('go to the messages in order', () => {
    expect(brief([], [accepted, refused, taken])).toEqual({
      recorded: ['1 accepted', '2 refused smsapi_57', '3 accepted already_taken'],
      deferred: [],
      unproved: [],
    });
  });

  it('put off those the gateway put off, for the longest of their pauses', () => {
    expect(sortOutcomes(batch(), [later(60_000), accepted, later(90_000)]).deferred).toEqual({
      ids: [1, 3],
      code: 'smsapi_52',
      waitMs: 90_000,
    });
  });

  it.each<[why: string, outcomes: MessageOutcome[], recorded: string, unproved: number[]]>([
    [
      'an accepted one proves that the withheld was never sent',
      [accepted, refused],
      '2 excluded consent_withdrawn',
      [],
    ],
    ['one taken before proves that the withheld was too', [taken, taken], '2 accepted already_taken', []],
    ['one taken before outweighs an accepted one', [accepted, taken], '2 accepted already_taken', []],
  ])('while settling: %s', (_, outcomes, recorded, unproved) => {
    const sorted = brief([2], outcomes);
    expect(sorted.recorded.at(-1)).toBe(recorded);
    expect(sorted.unproved).toEqual(unproved);
  });

  it('while settling: refusals alone prove nothing about the withheld', () => {
    expect(brief([2], [refused, later(60_000)])).toEqual({
      recorded: ['1 refused smsapi_57'],
      deferred: [3],
      unproved: [2],
    });
  });

  it('must not be fewer than the messages asked for', () => {
    expect(() => sortOutcomes(batch(), [accepted])).toThrow(/fewer outcomes/);
  });
});

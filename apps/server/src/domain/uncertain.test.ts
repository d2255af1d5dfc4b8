import { describe, expect, it } from 'vitest';
import { awaitedOf, barUncertain, settlesUntil, type UncertainFacts } from './uncertain.ts';

const HOUR = 3_600_000;
const asked = new Date('2026-11-22T12:00:00Z');
const after = (hours: number): Date => new Date(asked.getTime() + hours * HOUR);
const facts = (change: Partial<UncertainFacts> = {}): UncertainFacts => ({
  campaignState: 'sending',
  firstAttemptAt: asked,
  settleAutomatically: true,
  ageUnknown: false,
  held: false,
  ...change,
});

describe('an uncertain message', () => {
  it.each<
    [what: string, change: Partial<UncertainFacts>, hours: number, awaited: 'gateway' | 'person', until: number | null]
  >([
    ['just now', {}, 0, 'gateway', 20],
    ['a moment before the window ends', {}, 19.999, 'gateway', 20],
    ['when the window ends', {}, 20, 'person', 20],
    ['in a paused campaign, which may be resumed', { campaignState: 'paused' }, 1, 'gateway', 20],
    ['in a cancelled campaign', { campaignState: 'cancelled' }, 1, 'person', null],
    ['where the program must not ask by itself', { settleAutomatically: false }, 0, 'person', null],
    ['after the clock was set back', { ageUnknown: true }, 1, 'person', null],
  ])('%s waits for the gateway or for a person', (_what, change, hours, awaited, until) => {
    expect(awaitedOf(facts(change), after(hours))).toBe(awaited);
    expect(settlesUntil(facts(change))).toEqual(until === null ? null : after(until));
  });

  it.each<[what: string, change: Partial<UncertainFacts>, hours: number, code: string | null]>([
    ['within the window', {}, 19.999, 'uncertain_still_settling'],
    ['after it', {}, 20, null],
    ['within it, where the program does not ask', { settleAutomatically: false }, 0, null],
    ['within it, after the clock was set back', { ageUnknown: true }, 0, null],
    ['in a paused campaign within the window', { campaignState: 'paused' }, 1, 'uncertain_still_settling'],
    ['in a paused campaign after it', { campaignState: 'paused' }, 21, null],
    ['in a cancelled campaign', { campaignState: 'cancelled' }, 21, 'campaign_cancelled'],
    ['in a held installation', { held: true }, 21, 'restore_hold'],
  ])('%s: whether it may be sent again', (_what, change, hours, code) => {
    expect(barUncertain(facts(change), 'send_again', after(hours))).toBe(code);
  });

  it.each<Partial<UncertainFacts>>([
    {},
    { campaignState: 'cancelled' },
    { held: true },
    { settleAutomatically: false },
  ])('may be called sent at any time: %o', (change) => {
    expect(barUncertain(facts(change), 'treat_as_sent', after(1))).toBeNull();
  });
});

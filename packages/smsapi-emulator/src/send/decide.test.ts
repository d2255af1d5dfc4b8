import { describe, expect, it } from 'vitest';
import { createAccount, type AccountOptions } from '../account.ts';
import { toPoints, toUnits } from '../points.ts';
import { initialSettings } from '../settings.ts';
import { apply } from '../state/events.ts';
import { seedEvents } from '../state/seeds.ts';
import { createStore, type Store } from '../state/store.ts';
import type { Switches } from '../switches.ts';
import { decideSend, type SendDecision } from './decide.ts';
import { parseSendRequest } from './request.ts';

const NOW = Date.UTC(2026, 0, 12, 9, 0); // Monday, 10:00 in Poland
const DAY = 86_400_000;
const GOOD = '48500100200';

interface World {
  readonly account?: AccountOptions;
  readonly points?: number;
  readonly switches?: Partial<Switches>;
  readonly now?: number;
}

const storeOf = (world: World = {}): Store => {
  const keep = { messages: 100, resources: 100, incoming: 100 };
  const store = createStore(createAccount(world.account ?? {}, NOW), toUnits(world.points ?? 1_000), keep);
  for (const event of seedEvents(store, world.account ?? {}, { seed: 1, now: NOW })) apply(store, event);
  return store;
};

const decide = (fields: Readonly<Record<string, unknown>>, world: World = {}, store = storeOf(world)): SendDecision =>
  decideSend(parseSendRequest(new Map(Object.entries({ to: GOOD, message: 'Dzien dobry', ...fields }))), {
    store,
    settings: initialSettings({ switches: world.switches ?? {} }),
    seed: 1,
    now: world.now ?? NOW,
  });

const codeOf = (decision: SendDecision): number => (decision.ok ? 0 : decision.refusal.code);

const taken = (decision: SendDecision) => {
  if (!decision.ok) throw new Error(`Refused with ${decision.refusal.code}`);
  return decision;
};

const send = (store: Store, fields: Readonly<Record<string, unknown>>, world: World = {}): SendDecision => {
  const decision = decide(fields, world, store);
  if (decision.ok) for (const event of decision.events) apply(store, event);
  return decision;
};

const iso = (at: number): string => new Date(at).toISOString();
const hours: World = { account: { sendingHours: { from: 8, to: 20 } } };
const inTheNight = Date.UTC(2026, 0, 12, 22, 0); // 23:00 in Poland
const LONG = 'a'.repeat(161);

describe('a request is refused with', () => {
  const cases: readonly [number, string, Readonly<Record<string, unknown>>, World?][] = [
    [8, 'an encoding nobody knows', { encoding: 'ebcdic' }],
    [8, 'max_parts that is no number', { max_parts: 'many' }],
    [8, 'a fallback of another type', { fallback: [{ type: 'fax' }] }],
    [11, 'no text', { message: '' }],
    [11, 'a blank text', { message: ' \n' }],
    [11, 'nounicode and a Polish letter', { message: 'Cześć', nounicode: 1 }],
    [12, 'more parts than max_parts', { message: LONG, max_parts: 1 }],
    [12, 'more parts than single allows', { message: LONG, single: '1' }],
    [
      12,
      'more parts than the account allows, whatever max_parts says',
      { message: LONG, max_parts: 10 },
      { account: { maxParts: 1 } },
    ],
    [12, 'more than six parts', { message: 'a'.repeat(919) }],
    [
      12,
      'more than ten parts, when the switch says ten',
      { message: 'a'.repeat(1_531) },
      { switches: { maxParts: 10 } },
    ],
    [12, 'seven parts, when max_parts asks for ten', { message: 'a'.repeat(919), max_parts: 10 }],
    [13, 'no recipient', { to: ' , ' }],
    [13, 'a number that is none', { to: '123' }],
    [13, 'a number with 00 before the country code', { to: `00${GOOD}` }],
    [13, 'a Polish number with a digit missing', { to: '4850010020' }],
    [13, 'a number whose fate is to be invalid', { to: '48500100005' }],
    [13, 'a plus sign, when the switch forbids it', { to: `+${GOOD}` }, { switches: { plusSign: false } }],
    [13, 'a landline, when the switch forbids it', { to: '48221234567' }, { switches: { landlines: false } }],
    [
      13,
      'a foreign number, when the switch forbids it',
      { to: '4915112345678' },
      { switches: { foreignNumbers: false } },
    ],
    [13, 'only foreign numbers and skip_foreign', { to: '4915112345678', skip_foreign: 1 }],
    [14, 'a sender nobody approved', { from: 'Nikt' }],
    [14, 'a sender in another spelling', { from: 'test' }],
    [17, 'flash and a Polish letter', { message: 'Cześć', flash: true }],
    [18, 'fewer params than recipients', { to: `${GOOD},48500100201`, message: '[%1%]', param1: 'a' }],
    [18, 'a mark without its param', { message: 'Pan [%1%] [%2%]', param1: 'a' }],
    [19, 'more recipients than the switch allows', { to: `${GOOD},48500100201` }, { switches: { maxRecipients: 1 } }],
    [
      19,
      'a short link to more than 100',
      { to: Array.from({ length: 101 }, (_, i) => 48_500_200_200 + i).join(','), message: '[%idzdo:example.com%]' },
    ],
    [20, 'fewer idx values than recipients', { to: `${GOOD},48500100201`, idx: 'a' }],
    [20, 'more idx values than recipients', { idx: 'a|b' }],
    [25, 'normalize with datacoding', { normalize: 1, datacoding: 'bin', udh: '06050415811581', message: '00' }],
    [27, 'an idx of 256 characters', { idx: 'i'.repeat(256) }],
    [28, 'a time_restriction nobody knows', { time_restriction: 'never' }],
    [30, 'binary without a header', { datacoding: 'bin', message: '00' }],
    [30, 'a header that is not hexadecimal', { udh: 'xyz' }],
    [11, 'binary that is not hexadecimal', { datacoding: 'bin', udh: '0605', message: 'Cześć' }],
    [40, 'a group nobody knows', { group: 'constructor' }],
    [41, 'an empty group', { group: 'empty' }, { account: { groups: { empty: [] } } }],
    [50, 'a date more than three months ahead', { date: iso(NOW + 93 * DAY) }],
    [54, 'a malformed date under date_validate', { date: 'tomorrow', date_validate: 1 }],
    [56, 'an expiry too near', { expiration_date: iso(NOW + 14 * 60_000) }],
    [56, 'an expiry too far', { expiration_date: iso(NOW + 73 * 3_600_000) }],
    [56, 'an expiry that is no moment', { expiration_date: 'later' }],
    [57, 'a number whose fate is the blacklist', { to: '48500100006' }],
    [60, 'a voucher group nobody knows', { discount_group: 'spring', message: '[%kod%]' }],
    [
      62,
      'a voucher group without codes',
      { discount_group: 'spring', message: '[%kod%]' },
      { account: { vouchers: { spring: [] } } },
    ],
    [
      65,
      'fewer codes than recipients',
      { to: `${GOOD},48500100201`, discount_group: 'spring', message: '[%kod%]' },
      { account: { vouchers: { spring: ['A1'] } } },
    ],
    [66, 'vouchers without their mark', { discount_group: 'spring' }, { account: { vouchers: { spring: ['A1'] } } }],
    [70, 'a notify_url that is none', { notify_url: 'ftp://example.com' }],
    [74, 'the night, under follow', { time_restriction: 'follow' }, { ...hours, now: inTheNight }],
    [76, 'control characters in params', { message: '[%1%]', param1: 'a\u0007' }],
    [93, 'params together with a group', { group: 'all', param1: 'a' }, { account: { groups: { all: [GOOD] } } }],
    [94, 'a raw link, when links are off', { message: 'Zobacz https://example.com' }, { switches: { links: false } }],
    [
      94,
      'a raw link in a param, when links are off',
      { message: '[%1%]', param1: 'www.example.com' },
      { switches: { links: false } },
    ],
    [7, 'a short link, when they are off', { message: '[%idzdo:example.com%]' }, { switches: { shortLinks: 'off' } }],
    [
      998,
      'a short link, when the service is down',
      { message: '[%idzdo:example.com%]' },
      { switches: { shortLinks: 'down' } },
    ],
    [106, 'a short link to nowhere', { message: '[%idzdo:nowhere%]' }],
    [98, 'a trial account and a stranger', {}, { account: { paymentType: 'trial', phoneNumber: '48600100200' } }],
    [
      98,
      'a trial account and a stranger, even as a test',
      { test: 1 },
      { account: { paymentType: 'trial', phoneNumber: '48600100200' } },
    ],
    [103, 'too few points', {}, { points: 0.1 }],
    [104, 'a template nobody knows', { template: 'toString' }],
  ];

  it.each(cases)('%i: %s', (code, _, fields, world) => {
    expect(codeOf(decide(fields, world))).toBe(code);
  });
});

describe('a request is taken with', () => {
  const cases: readonly [string, Readonly<Record<string, unknown>>, World?][] = [
    ['a shared sender in any spelling', { from: '2Way' }],
    ['a date in the past: it goes at once', { date: iso(NOW - DAY) }],
    ['a malformed date, when nobody asked to check it', { date: 'tomorrow' }],
    ['unix seconds', { date: String(NOW / 1_000 + 3_600) }],
    ['the date of the PHP client', { date: '2026-01-13T10:00:00+00:00' }],
    ['an expiry in an hour', { expiration_date: iso(NOW + 3_600_000) }],
    ['the day, under follow', { time_restriction: 'follow' }, hours],
    ['the night, when restrictions are ignored', { time_restriction: 'ignore' }, { ...hours, now: inTheNight }],
    ['no points at all on a postpaid account', {}, { points: 0, account: { paymentType: 'postpaid' } }],
    ['just enough points', {}, { points: 0.15 }],
    ['a binary message', { datacoding: 'bin', udh: '06050415811581', message: '00ff' }],
    ['an idx of 255 characters', { idx: 'i'.repeat(255) }],
    ['six parts', { message: 'a'.repeat(918) }],
    ['ten parts, when the switch says ten', { message: 'a'.repeat(1_530) }, { switches: { maxParts: 10 } }],
    ['eight parts, when the account says ten', { message: 'a'.repeat(1_224) }, { account: { maxParts: 10 } }],
  ];

  it.each(cases)('%s', (_, fields, world) => {
    expect(codeOf(decide(fields, world))).toBe(0);
  });
});

describe('recipients', () => {
  it('get their country code, and keep the form they were submitted in', () => {
    const { accepted } = taken(decide({ to: '500100200, +48 600 100 200,4915112345678' }));
    expect(accepted.items.map(([, number, submitted]) => [number, submitted])).toEqual([
      ['48500100200', '500100200'],
      ['48600100200', '+48 600 100 200'],
      ['4915112345678', null],
    ]);
  });

  it('that are bad are left out, the good ones are taken', () => {
    const { accepted, invalidNumbers } = taken(decide({ to: `12,${GOOD},48500100006`, idx: 'a|b|c' }));
    expect(accepted.items.map(([, number, , idx]) => [number, idx])).toEqual([[GOOD, 'b']]);
    expect(invalidNumbers).toEqual([
      { number: '12', submitted_number: '12', message: 'Invalid phone number' },
      {
        number: '48500100006',
        submitted_number: '48500100006',
        message: 'Phone number is blacklisted',
        error_code: 57,
      },
    ]);
  });

  it('that are all bad are named, with one common code if there is one', () => {
    const refused = decide({ to: '48500100006,12' });
    expect(refused.ok ? null : [refused.refusal.code, refused.refusal.invalidNumbers?.length]).toEqual([13, 2]);
  });

  it('that repeat get one message, or one each when duplicates are allowed', () => {
    expect(taken(decide({ to: `${GOOD},500100200` })).accepted.items).toHaveLength(1);
    expect(taken(decide({ to: `${GOOD},500100200`, allow_duplicates: true })).accepted.items).toHaveLength(2);
  });

  it('of several groups are taken together', () => {
    const groups = { a: [GOOD], b: ['48500100201'] };
    expect(taken(decide({ to: '', group: 'a,b' }, { account: { groups } })).accepted.items).toHaveLength(2);
  });

  it('on the blacklist or the opt-out list are refused with the code of that list', () => {
    const entry = { id: 'x', number: GOOD, at: NOW };
    const store = storeOf();
    apply(store, { type: 'listed', list: 'blacklist', sequence: 1, entry: { ...entry, expireAt: '2026-01-11' } });
    expect(codeOf(decide({}, {}, store))).toBe(0);
    apply(store, { type: 'listed', list: 'blacklist', sequence: 1, entry: { ...entry, expireAt: '2026-01-12' } });
    expect(codeOf(decide({}, {}, store))).toBe(57);
    apply(store, { type: 'unlisted', list: 'blacklist', numbers: [GOOD] });
    apply(store, { type: 'listed', list: 'optOuts', sequence: 1, entry: { ...entry, expireAt: null } });
    expect(codeOf(decide({}, {}, store))).toBe(59);
  });

  it('may be asked for only so often a minute, when the switch says so', () => {
    const world: World = { switches: { attemptsPerMinute: 2 } };
    const store = storeOf();
    expect([1, 2, 3].map(() => codeOf(send(store, {}, world)))).toEqual([0, 0, 52]);
    expect(codeOf(send(store, {}, { ...world, now: NOW + 60_001 }))).toBe(0);
  });
});

describe('idx', () => {
  const world96: World = { switches: { idxHours: 96 } };

  it('used before refuses the whole request under check_idx, and only then', () => {
    const store = storeOf();
    send(store, { idx: 'first' });
    const both = { to: `${GOOD},48500100201`, idx: 'new|first' };
    expect(codeOf(send(store, { ...both, check_idx: 1 }))).toBe(53);
    expect(codeOf(send(store, { idx: 'new', check_idx: 1 }))).toBe(0);
    expect(codeOf(send(store, both))).toBe(0);
  });

  it('used before refuses only its own recipient, and names it, when the switch says so', () => {
    const perRecipient: World = { switches: { duplicateIdx: 'recipient' } };
    const store = storeOf();
    send(store, { idx: 'first' });
    const asked = { to: `${GOOD},12,48500100201,48500100202`, idx: 'first|wrong|new|new', check_idx: 1 };
    const { accepted, invalidNumbers } = taken(decide(asked, perRecipient, store));
    expect(accepted.items.map(([, number, , idx]) => [number, idx])).toEqual([['48500100201', 'new']]);
    expect(invalidNumbers.map((one) => [one.number, one.error_code])).toEqual([
      ['12', undefined],
      [GOOD, 53],
      ['48500100202', 53],
    ]);
    const nobody = decide({ idx: 'first', check_idx: 1 }, perRecipient, store);
    expect(nobody).toMatchObject({ refusal: { code: 53, invalidNumbers: [{ number: GOOD, error_code: 53 }] } });
    expect(codeOf(decide({ ...asked, check_idx: 0 }, perRecipient, store))).toBe(0);
  });

  it('repeated inside one request is not unique either', () => {
    expect(codeOf(decide({ to: `${GOOD},48500100201`, idx: 'a|a', check_idx: 1 }))).toBe(53);
  });

  it.each([
    [24, {}],
    [96, world96],
  ])('is remembered for %i hours', (window, world) => {
    const store = storeOf();
    send(store, { idx: 'a' }, world);
    const again = { idx: 'a', check_idx: 1 };
    expect(codeOf(decide(again, { ...world, now: NOW + window * 3_600_000 - 1 }, store))).toBe(53);
    expect(codeOf(decide(again, { ...world, now: NOW + window * 3_600_000 }, store))).toBe(0);
  });

  it('of a scheduled message is remembered until a day after its sending', () => {
    const store = storeOf();
    send(store, { idx: 'a', date: iso(NOW + 10 * DAY) });
    expect(codeOf(decide({ idx: 'a', check_idx: 1 }, { now: NOW + 10 * DAY }, store))).toBe(53);
  });

  it('of a refused request or a refused number is not burnt', () => {
    const store = storeOf();
    send(store, { idx: 'a', from: 'Nikt' });
    send(store, { to: `12,${GOOD}`, idx: 'b|c' });
    expect(codeOf(decide({ idx: 'a', check_idx: 1 }, {}, store))).toBe(0);
    expect(codeOf(decide({ idx: 'b', check_idx: 1 }, {}, store))).toBe(0);
    expect(codeOf(decide({ idx: 'c', check_idx: 1 }, {}, store))).toBe(53);
  });

  it('of a test is burnt only when the switch says so', () => {
    const store = storeOf();
    send(store, { idx: 'a', test: 1 });
    expect(codeOf(decide({ idx: 'a', check_idx: 1 }, {}, store))).toBe(0);
    send(store, { idx: 'a', test: 1 }, { switches: { testBurnsIdx: true } });
    expect(codeOf(decide({ idx: 'a', check_idx: 1 }, {}, store))).toBe(53);
  });
});

describe('money', () => {
  it.each([
    ['one GSM part', 'a'.repeat(160), 0.15],
    ['two GSM parts', LONG, 0.3],
    ['one Unicode part', 'ą'.repeat(70), 0.15],
    ['two Unicode parts', 'ą'.repeat(71), 0.3],
    ['extension characters, two septets each', '€'.repeat(81), 0.3],
  ])('is counted by the real alphabet: %s', (_, message, points) => {
    expect(toPoints(taken(decide({ message })).accepted.charge)).toBe(points);
  });

  it('is half as much again for fast messages', () => {
    expect(toPoints(taken(decide({ fast: 1 })).accepted.charge)).toBe(0.225);
  });

  it('is taken for the whole request or not at all', () => {
    const store = storeOf({ points: 0.4 });
    const three = { to: '48500100200,48500100201,48500100202' };
    expect(codeOf(send(store, three))).toBe(103);
    expect([toPoints(store.points), store.messages.size]).toEqual([0.4, 0]);
    expect(codeOf(send(store, { to: '48500100200,48500100201' }))).toBe(0);
    expect([toPoints(store.points), store.messages.size]).toEqual([0.1, 2]);
  });

  it('is not taken for a test, which leaves no message either', () => {
    const store = storeOf();
    const { accepted } = taken(send(store, { test: 1 }));
    expect([toPoints(store.points), store.messages.size, accepted.items.length]).toEqual([1_000, 0, 1]);
    const next = taken(send(store, {}));
    expect(next.accepted.items[0]?.[0]).not.toBe(accepted.items[0]?.[0]);
  });
});

const textsOf = (decision: SendDecision): readonly string[] => {
  const { accepted } = taken(decision);
  return accepted.items.map((item) => accepted.texts[item[4]]?.[0] ?? '');
};

describe('texts', () => {
  const two = `${GOOD},48500100201`;

  it('carry the params of their recipient, in the order of `to`', () => {
    expect(textsOf(decide({ to: two, message: 'Pan [%1%], nr [%2]', param1: 'Jan|Adam', param2: ['1', '2'] }))).toEqual(
      ['Pan Jan, nr 1', 'Pan Adam, nr 2'],
    );
  });

  it('keep to their recipient when others are left out', () => {
    expect(textsOf(decide({ to: `12,${GOOD}`, message: '[%1%]', param1: 'wrong|right' }))).toEqual(['right']);
  });

  it('hand out one voucher each and never again', () => {
    const account: AccountOptions = { vouchers: { spring: ['A1', 'B2', 'C3'] } };
    const store = storeOf({ account });
    const fields = { to: two, message: 'Kod [%kod%]', discount_group: 'spring' };
    expect(textsOf(send(store, fields))).toEqual(['Kod A1', 'Kod B2']);
    expect(store.account.vouchers['spring']).toEqual(['C3']);
    expect(codeOf(send(store, fields))).toBe(65);
  });

  it('get a short link of their own', () => {
    const texts = textsOf(decide({ to: two, message: 'Zobacz [%idzdo:https://example.com/a%]' }));
    expect(texts.every((text) => /^Zobacz idz\.do\/[a-z2-9]{5}$/.test(text))).toBe(true);
    expect(new Set(texts).size).toBe(2);
  });

  it('let a param smuggle in a short link, as the real service does', () => {
    expect(textsOf(decide({ message: 'Pan [%1%]', param1: '[%idzdo:evil.example%]' }))[0]).toMatch(/^Pan idz\.do\//);
  });

  it('lose their marks under normalize, ñ included', () => {
    expect(textsOf(decide({ message: 'Zażółć gęślą jaźń, ñ ÿ', normalize: '1' }))).toEqual(['Zazolc gesla jazn, n y']);
  });

  it('come from a template', () => {
    const account: AccountOptions = { templates: { ready: { text: 'Gotowe: [%1%]', normalize: false } } };
    expect(textsOf(decide({ message: '', template: 'ready', param1: '7' }, { account }))).toEqual(['Gotowe: 7']);
  });
});

describe('time', () => {
  it('of a scheduled message is the scheduled moment', () => {
    const at = NOW + DAY;
    expect(taken(decide({ date: iso(at) })).accepted.sendAt).toBe(at);
  });

  it('moves to the next opening under nearest_available', () => {
    const decision = decide({ time_restriction: 'nearest_available' }, { ...hours, now: inTheNight });
    expect(iso(taken(decision).accepted.sendAt)).toBe('2026-01-13T07:00:00.000Z');
  });
});

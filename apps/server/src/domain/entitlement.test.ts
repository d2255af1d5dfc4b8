import { describe, expect, it } from 'vitest';
import {
  compareLines,
  type Entitlement,
  type EntitlementInput,
  entitlementForPlan,
  entitlementOf,
  lineOf,
  lowestLine,
  mayUseService,
  type ReleaseLine,
} from './entitlement.ts';
import { warsawDate } from './warsaw-time.ts';

const line83: ReleaseLine = { line: '8.3', releasedOn: '2017-10-01' };
const line84 = (releasedOn: string): ReleaseLine => ({ line: '8.4', releasedOn });
const october = [line83, line84('2018-10-01')];

const on = (today: string, releases: readonly ReleaseLine[], more: Partial<EntitlementInput> = {}): Entitlement =>
  entitlementOf({ line: '8.3', today, releases, ...more });

describe('a version belongs to the line of its major number and the tens of its minor number', () => {
  it.each([
    ['8.30.0', '8.3'],
    ['8.31.2', '8.3'],
    ['8.39.9', '8.3'],
    ['8.40.0', '8.4'],
    ['8.3', '8.3'],
    ['0.1.0', '0.1'],
    ['0.19.4', '0.1'],
    ['0.2.0-beta.1', '0.2'],
    ['10.05.1+build.7', '10.0'],
  ])('%s is of line %s', (version, line) => {
    expect(lineOf(version)).toBe(line);
  });

  it.each(['', '8', 'v8.30', '8.', '8.x', '08.30'])('"%s" is not a version', (text) => {
    expect(() => lineOf(text)).toThrow(RangeError);
  });

  it('lines are ordered as numbers', () => {
    expect(['10.0', '8.4', '9.9', '8.3'].toSorted(compareLines)).toEqual(['8.3', '8.4', '9.9', '10.0']);
    expect(() => compareLines('8.3', '8.30')).toThrow(RangeError);
  });

  it('the lowest line on a shared database decides for all', () => {
    expect(lowestLine(['8.4', '10.0', '8.3', '9.0'])).toBe('8.3');
    expect(lowestLine(['8.4'])).toBe('8.4');
  });
});

describe('the conditions table', () => {
  it('row 1: active while no newer line is out, with a forecast a year after the release', () => {
    expect(on('2018-02-01', [line83])).toEqual({ state: 'active', forecastUntil: '2018-12-31', warning: null });
  });

  it('row 1: active on the eve of the next release', () => {
    expect(on('2018-09-30', october)).toEqual({ state: 'active', forecastUntil: '2018-12-31', warning: null });
  });

  it.each([
    ['2018-10-01', 92],
    ['2018-12-30', 2],
    ['2018-12-31', 1],
  ])('row 2: grace on %s, days left counting today: %i', (today, daysLeft) => {
    expect(on(today, october)).toEqual({ state: 'grace', since: '2018-10-01', until: '2018-12-31', daysLeft });
  });

  it('row 3: expired from the first of January', () => {
    expect(on('2019-01-01', october)).toEqual({ state: 'expired', since: '2018-12-31' });
  });

  it('row 4: a line newer than any known release means an old catalogue, not an old customer', () => {
    const old = { state: 'active', forecastUntil: null, warning: 'catalogue_old' };
    expect(on('2030-01-01', october, { line: '8.5' })).toEqual(old);
    expect(on('2030-01-01', october, { line: '10.0', catalogueDate: '2018-10-01', buildDate: '2029-10-01' })).toEqual(
      old,
    );
  });

  it('row 5: without a catalogue newer than the build nobody can tell', () => {
    const built = { buildDate: '2017-10-01', catalogueDate: '2017-10-01' };
    expect(on('2018-09-30', [line83], built)).toEqual({
      state: 'unknown',
      forecastUntil: '2018-12-31',
      warning: 'no_newer_catalogue',
    });
    expect(on('2018-10-01', [line83], built)).toEqual({
      state: 'unknown',
      forecastUntil: '2018-12-31',
      warning: 'newer_line_expected',
    });
    expect(on('2018-10-01', [])).toEqual({ state: 'unknown', forecastUntil: null, warning: 'no_newer_catalogue' });
  });

  it('row 5 ends with a newer catalogue, and does not hide a next line that even the old one knows', () => {
    const newer = { buildDate: '2017-10-01', catalogueDate: '2019-05-01' };
    expect(on('2019-06-01', [line83], newer)).toEqual({ state: 'active', forecastUntil: '2019-12-31', warning: null });
    const same = { buildDate: '2018-11-01', catalogueDate: '2018-11-01' };
    expect(on('2019-01-01', october, same)).toEqual({ state: 'expired', since: '2018-12-31' });
    expect(on('2018-09-01', october, same).state).toBe('active');
  });

  it('row 6: after an update the new line counts at once', () => {
    expect(on('2019-01-01', october).state).toBe('expired');
    expect(on('2019-01-01', october, { line: lineOf('8.40.0') }).state).toBe('active');
  });
});

describe('the worked examples', () => {
  it.each<[what: string, releases: readonly ReleaseLine[], line: string, grace: string, until: string]>([
    ['an October release', october, '8.3', '2018-10-01', '2018-12-31'],
    ['a release that slips into January', [line83, line84('2019-01-15')], '8.3', '2019-01-15', '2019-12-31'],
    ['a release on 31 December', [line83, line84('2018-12-31')], '8.3', '2018-12-31', '2018-12-31'],
    ['a release on 1 January', [line83, line84('2019-01-01')], '8.3', '2019-01-01', '2019-12-31'],
    [
      'two lines in one year, the older',
      [line83, line84('2018-03-01'), { line: '8.5', releasedOn: '2018-10-01' }],
      '8.3',
      '2018-03-01',
      '2018-12-31',
    ],
    [
      'two lines in one year, the newer',
      [line83, line84('2018-03-01'), { line: '8.5', releasedOn: '2018-10-01' }],
      '8.4',
      '2018-10-01',
      '2018-12-31',
    ],
    [
      'two lines behind: only the next one counts',
      [{ line: '8.2', releasedOn: '2016-10-01' }, ...october],
      '8.2',
      '2017-10-01',
      '2017-12-31',
    ],
  ])('%s', (_what, releases, line, grace, until) => {
    const dayBefore = Temporal.PlainDate.from(grace).subtract({ days: 1 }).toString();
    const dayAfter = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    expect(on(dayBefore, releases, { line }).state).toBe('active');
    expect(on(grace, releases, { line })).toMatchObject({ state: 'grace', until });
    expect(on(until, releases, { line })).toMatchObject({ state: 'grace', until, daysLeft: 1 });
    expect(on(dayAfter, releases, { line })).toEqual({ state: 'expired', since: until });
  });

  it.each([
    ['2018-12-31', 3, '2019-03-31'],
    ['2018-11-30', 3, '2019-02-28'],
    ['2018-10-01', 3, '2019-01-01'],
    ['2018-09-30', 3, '2018-12-31'],
    ['2018-03-01', 3, '2018-12-31'],
    ['2018-12-31', 0, '2018-12-31'],
  ])('next line on %s with at least %i months of grace: until %s', (releasedOn, minGraceMonths, until) => {
    const releases = [line83, line84(releasedOn)];
    expect(on(releasedOn, releases, { minGraceMonths })).toMatchObject({ state: 'grace', until });
    const after = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    expect(on(after, releases, { minGraceMonths })).toEqual({ state: 'expired', since: until });
  });

  it('a maintenance release is not a new line', () => {
    expect(on('2019-05-01', [line83, { line: lineOf('8.31.0'), releasedOn: '2018-02-01' }]).state).toBe('active');
  });

  it('an announced line ends nothing before its day', () => {
    expect(on('2018-09-30', [line83, line84('2018-10-01')]).state).toBe('active');
  });

  it('a withdrawn next line gives the support back', () => {
    expect(on('2019-06-01', october).state).toBe('expired');
    expect(on('2019-06-01', [line83, { ...line84('2018-10-01'), withdrawn: true }]).state).toBe('active');
  });

  it('after a withdrawn line the one that follows it counts', () => {
    const releases = [line83, { ...line84('2018-10-01'), withdrawn: true }, { line: '8.5', releasedOn: '2019-10-01' }];
    expect(on('2019-10-02', releases)).toMatchObject({ state: 'grace', until: '2019-12-31' });
  });

  it.each([
    ['2018-12-31T22:59:59Z', true],
    ['2018-12-31T23:00:00Z', false],
  ])('the last moment: at %s allowed is %s', (instant, allowed) => {
    expect(mayUseService(on(warsawDate(new Date(instant)), october))).toBe(allowed);
  });

  it('with no next line for years it stays active, and the forecast never lies in the past', () => {
    expect(on('2031-07-01', [line83])).toEqual({ state: 'active', forecastUntil: '2031-12-31', warning: null });
  });

  it('releases may come in any order, and a late older line changes nothing', () => {
    const releases = [line84('2018-10-01'), { line: '8.2', releasedOn: '2018-01-01' }, line83];
    expect(on('2018-09-30', releases).state).toBe('active');
    expect(on('2018-10-01', releases).state).toBe('grace');
  });
});

const plan = (today: string, plannedOn: string, releases: readonly ReleaseLine[]): boolean =>
  mayUseService(entitlementForPlan({ line: '8.3', today, releases }, plannedOn));

describe('planning ahead', () => {
  it('a campaign planned in December for January is refused in December', () => {
    expect(plan('2018-12-10', '2018-12-31', october)).toBe(true);
    expect(plan('2018-12-10', '2019-01-02', october)).toBe(false);
  });

  it('an announced line does not bar a plan made before it is out', () => {
    expect(plan('2018-09-30', '2019-01-02', october)).toBe(true);
    expect(plan('2018-10-01', '2019-01-02', october)).toBe(false);
  });

  it('a plan for a day gone by is judged as of today', () => {
    expect(plan('2019-01-01', '2018-12-31', october)).toBe(false);
  });
});

describe('use of the service', () => {
  it.each<[Entitlement, boolean]>([
    [{ state: 'active', forecastUntil: null, warning: 'catalogue_old' }, true],
    [{ state: 'grace', since: '2018-10-01', until: '2018-12-31', daysLeft: 1 }, true],
    [{ state: 'unknown', forecastUntil: null, warning: 'newer_line_expected' }, true],
    [{ state: 'expired', since: '2018-12-31' }, false],
  ])('%o: %s', (entitlement, allowed) => {
    expect(mayUseService(entitlement)).toBe(allowed);
  });

  it.each(['2018-02-30', 'dziś', ''])('a malformed date ("%s") is an error, not a permission', (today) => {
    expect(() => on(today, october)).toThrow(RangeError);
    expect(() => on('2018-02-01', [line83, line84(today)])).toThrow(RangeError);
  });
});

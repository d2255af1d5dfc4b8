// Entitlement to the subscription services of Goniec (domain-facts section 4).
//
// A version belongs to a line: its major number and the first digit of its minor number. Basic support of a line ends on
// the day the next line is released; services lapse after 31 December of that year, last day included, in Warsaw time.
// Only the installed line counts, never the day of purchase. The grace is a result of the two dates, not a constant.
// Dates are ISO calendar dates ('2018-12-31'). A malformed one throws RangeError: an error while checking means "do not send".

export interface ReleaseLine {
  /** Major and first digit of minor: '8.3'. */
  readonly line: string;
  /** Day the first version of the line was released. */
  readonly releasedOn: string;
  readonly withdrawn?: boolean;
}

export type Entitlement =
  | { readonly state: 'active'; readonly forecastUntil: string | null; readonly warning: 'catalogue_old' | null }
  | { readonly state: 'grace'; readonly since: string; readonly until: string; readonly daysLeft: number }
  | { readonly state: 'expired'; readonly since: string }
  | { readonly state: 'unknown'; readonly forecastUntil: string | null; readonly warning: UnknownWarning };

/** The first is worth a line in the settings; the second, from the day a next line was to be expected, a banner. */
export type UnknownWarning = 'no_newer_catalogue' | 'newer_line_expected';

export interface EntitlementInput {
  readonly line: string;
  readonly releases: readonly ReleaseLine[];
  /** Calendar date in Warsaw: `effectiveToday(...).today`. */
  readonly today: string;
  /** Shortest grace after the next release; 0 is the letter of the rule. */
  readonly minGraceMonths?: number;
  /** When the catalogue in use was issued, and the one built into this version: without a newer one we cannot know of a next line. */
  readonly catalogueDate?: string;
  readonly buildDate?: string;
}

const LINE = /^(0|[1-9]\d*)\.(\d)$/;
const VERSION = /^(0|[1-9]\d*)\.(\d)\d*(?:\.\d+)*(?:[-+].*)?$/;

/** '8.39.9' → '8.3', '0.1.0' → '0.1'. The tens of the minor number make the line: 8.30 to 8.39 are one. */
export function lineOf(version: string): string {
  const [, major, minor] = VERSION.exec(version) ?? [];
  if (major === undefined || minor === undefined) throw new RangeError(`Not a version number: ${version}`);
  return `${major}.${minor}`;
}

/** Negative when `a` is the older line. Numbers, not text: 10.0 comes after 9.9. */
export function compareLines(a: string, b: string): number {
  const [majorA, minorA] = numbersOf(a);
  const [majorB, minorB] = numbersOf(b);
  return majorA - majorB || minorA - minorB;
}

function numbersOf(line: string): [major: number, minor: number] {
  const [, major, minor] = LINE.exec(line) ?? [];
  if (major === undefined || minor === undefined) throw new RangeError(`Not a line: ${line}`);
  return [Number(major), Number(minor)];
}

/** Several programs may share one database: the lowest line that talks to the service decides for all (4.2). */
export function lowestLine(lines: readonly [string, ...string[]]): string {
  return lines.reduce((lowest, line) => (compareLines(line, lowest) < 0 ? line : lowest));
}

/**
 * The state of the services of one line on one day. With R = day of release, S = R of the line released next and
 * E = 31 December of the year of S: before S active, from S to E grace, after E expired. A line that was withdrawn, or is
 * only announced, ends nobody's support.
 */
export function entitlementOf(input: EntitlementInput): Entitlement {
  const today = Temporal.PlainDate.from(input.today);
  const supportEnd = releaseOfNext(input);
  if (supportEnd === null || isBefore(today, supportEnd)) return withoutNextLine(input, today, supportEnd !== null);

  const lastDay = lastDayOf(supportEnd, input.minGraceMonths ?? 0);
  if (isBefore(lastDay, today)) return { state: 'expired', since: lastDay.toString() };
  // Today counts: on the last day one day is left, for the service works until midnight.
  const daysLeft = today.until(lastDay, { largestUnit: 'day' }).days + 1;
  return { state: 'grace', since: supportEnd.toString(), until: lastDay.toString(), daysLeft };
}

/**
 * The same for a campaign planned for a later day. Only releases that exist today count: an announced line must not bar a
 * plan. Dispatch asks again on the day itself.
 */
export function entitlementForPlan(input: EntitlementInput, plannedOn: string): Entitlement {
  const today = Temporal.PlainDate.from(input.today);
  const planned = Temporal.PlainDate.from(plannedOn);
  const releases = input.releases.filter(({ releasedOn }) => !isBefore(today, Temporal.PlainDate.from(releasedOn)));
  return entitlementOf({ ...input, releases, today: (isBefore(planned, today) ? today : planned).toString() });
}

/** Closed on expiry alone: an old or missing catalogue (a network error, in the end) never takes the service away. */
export function mayUseService(entitlement: Entitlement): boolean {
  return ALLOWED[entitlement.state];
}

const ALLOWED: Readonly<Record<Entitlement['state'], boolean>> = {
  active: true,
  grace: true,
  unknown: true,
  expired: false,
};

/** S(L): whichever newer line came first ends the support; null while none is known. */
function releaseOfNext({ line, releases }: EntitlementInput): Temporal.PlainDate | null {
  const [first] = releases
    .filter((release) => release.withdrawn !== true && compareLines(release.line, line) > 0)
    .map(({ releasedOn }) => Temporal.PlainDate.from(releasedOn))
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return first ?? null;
}

/** E(L) = max(31 December of the year of S, S + minGraceMonths). */
function lastDayOf(supportEnd: Temporal.PlainDate, minGraceMonths: number): Temporal.PlainDate {
  const endOfYear = lastOfYear(supportEnd.year);
  const shortest = supportEnd.add({ months: minGraceMonths });
  return isBefore(endOfYear, shortest) ? shortest : endOfYear;
}

/** No newer line is out as far as we know: active, unless the catalogue could not have told us of one. */
function withoutNextLine(input: EntitlementInput, today: Temporal.PlainDate, nextAnnounced: boolean): Entitlement {
  const { line, releases, catalogueDate, buildDate } = input;
  const knowsOlderOnly = releases.length > 0 && releases.every((release) => compareLines(release.line, line) < 0);
  if (knowsOlderOnly) return { state: 'active', forecastUntil: null, warning: 'catalogue_old' };

  // A next line is expected a year after this one; the source calls what follows from that a forecast, no more.
  const own = releases.find((release) => release.line === line);
  const nextExpected = own === undefined ? null : Temporal.PlainDate.from(own.releasedOn).add({ years: 1 });
  const blind =
    releases.length === 0 || (catalogueDate !== undefined && buildDate !== undefined && catalogueDate <= buildDate);
  if (nextAnnounced || !blind) {
    // As long as no next line is out, this year's end is certain, so never show an earlier day.
    const year = nextExpected === null ? null : Math.max(nextExpected.year, today.year);
    return { state: 'active', forecastUntil: year === null ? null : lastOfYear(year).toString(), warning: null };
  }
  const forecastUntil = nextExpected === null ? null : lastOfYear(nextExpected.year).toString();
  const overdue = nextExpected !== null && !isBefore(today, nextExpected);
  return { state: 'unknown', forecastUntil, warning: overdue ? 'newer_line_expected' : 'no_newer_catalogue' };
}

const lastOfYear = (year: number): Temporal.PlainDate => new Temporal.PlainDate(year, 12, 31);
const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

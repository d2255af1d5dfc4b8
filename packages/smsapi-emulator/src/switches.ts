/**
 * Where the dossier is unsure, the emulator plays either reading. Defaults are the likelier ones.
 * The README's table of switches carries the confidence letters; a test compares the names.
 */
export interface Switches {
  /** Shape of message ids: decimals beyond 2^53, or 24 hexadecimal digits. */
  readonly ids: 'decimal' | 'hex';
  readonly points: 'number' | 'string';
  /** Older replies lack `parts` in list items. */
  readonly partsInReply: boolean;
  /** Adds fields nobody has heard of to replies and items. */
  readonly extraFields: boolean;
  /** Also names refused numbers when others of the same request were taken. */
  readonly invalidNumbersOnSuccess: boolean;
  /** How long an idx is remembered, in hours: 24 by the parameter's text, 96 by the text of error 53. */
  readonly idxHours: number;
  readonly testBurnsIdx: boolean;
  /** `recipient`: under `check_idx` only the messages whose idx was used are refused, and named with 53. */
  readonly duplicateIdx: 'request' | 'recipient';
  /** The most parts a message may have, unless the account has a cap of its own. */
  readonly maxParts: 6 | 10;
  /** HTTP status of error 101 on `*.do`. */
  readonly badTokenStatus: 200 | 401;
  readonly maxRecipients: number;
  /** `false`: a raw address in the text gives error 94. */
  readonly links: boolean;
  /** How long a one-time code is valid. */
  readonly mfaMinutes: number;
  /** `true`: voice messages are sent from 8 to 22 only, else error 51. */
  readonly voiceHours: boolean;
  /** `off`: error 7, and 403 on `/short_url`. `down`: error 998, and 503. */
  readonly shortLinks: 'on' | 'off' | 'down';
  readonly foreignNumbers: boolean;
  /** `false`: a submitted number with a leading plus is invalid. */
  readonly plusSign: boolean;
  /** `false`: a Polish number outside the mobile ranges is invalid. */
  readonly landlines: boolean;
  readonly statusQuery: boolean;
  /** A well-formed id nobody knows: an item with NOT_FOUND, or error 400 for the whole query. */
  readonly unknownId: 'not-found' | 'error';
  /** `false`: `/opt_outs` answers 403. */
  readonly optOuts: boolean;
  /** Reports per callback call, at most. */
  readonly reportBatch: number;
  /** Which lists in a batched report are cut to one value: none, the user name, or every field that is equal in all. */
  readonly reportLists: 'full' | 'username' | 'equal';
  /** `final`: QUEUE and SENT are not reported. */
  readonly reportStatuses: 'all' | 'final';
  /** Charset of form fields when `encoding` is absent. */
  readonly defaultEncoding: string;
  /** Attempts to one number within 60 seconds before error 52; 0 switches the limit off. */
  readonly attemptsPerMinute: number;
  /** Requests per second before 429; 0 switches the limit off. */
  readonly requestsPerSecond: number;
  /** `false`: contacts and groups given as JSON get 415, as forms alone are documented. */
  readonly contactsJson: boolean;
  /** A contact whose number or address is known already: refused with 409, or changed and answered with 200. */
  readonly knownContact: 'conflict' | 'update';
  /** `asked`: `contacts_count` is null unless the request says `with=contacts_count`. */
  readonly groupCounts: 'always' | 'asked';
  /** Status of a sender name just added. */
  readonly newSenders: 'INACTIVE' | 'ACTIVE' | 'PENDING';
}

export const DEFAULT_SWITCHES: Switches = {
  ids: 'decimal',
  points: 'number',
  partsInReply: true,
  extraFields: false,
  invalidNumbersOnSuccess: false,
  idxHours: 24,
  testBurnsIdx: false,
  duplicateIdx: 'request',
  maxParts: 6,
  badTokenStatus: 200,
  maxRecipients: 10_000,
  links: true,
  shortLinks: 'on',
  mfaMinutes: 15,
  voiceHours: false,
  foreignNumbers: true,
  plusSign: true,
  landlines: true,
  statusQuery: true,
  unknownId: 'not-found',
  optOuts: true,
  reportBatch: 5,
  reportLists: 'username',
  reportStatuses: 'all',
  defaultEncoding: 'utf-8',
  attemptsPerMinute: 0,
  requestsPerSecond: 0,
  contactsJson: true,
  knownContact: 'conflict',
  groupCounts: 'always',
  newSenders: 'INACTIVE',
};

const CHOICES: Readonly<Partial<Record<keyof Switches, readonly unknown[]>>> = {
  ids: ['decimal', 'hex'],
  points: ['number', 'string'],
  duplicateIdx: ['request', 'recipient'],
  maxParts: [6, 10],
  badTokenStatus: [200, 401],
  shortLinks: ['on', 'off', 'down'],
  unknownId: ['not-found', 'error'],
  reportLists: ['full', 'username', 'equal'],
  reportStatuses: ['all', 'final'],
  knownContact: ['conflict', 'update'],
  groupCounts: ['always', 'asked'],
  newSenders: ['INACTIVE', 'ACTIVE', 'PENDING'],
};

const isSwitch = (name: string): name is keyof Switches => Object.hasOwn(DEFAULT_SWITCHES, name);

const faultOf = (name: string, value: unknown): string | null => {
  if (!isSwitch(name)) return `There is no switch named ${name}.`;
  const choices = CHOICES[name];
  if (choices !== undefined) {
    return choices.includes(value) ? null : `Switch ${name} takes one of: ${choices.join(', ')}.`;
  }
  const wanted = typeof DEFAULT_SWITCHES[name];
  if (typeof value !== wanted) return `Switch ${name} takes a ${wanted}.`;
  return typeof value === 'number' && !(Number.isFinite(value) && value >= 0)
    ? `Switch ${name} takes a number that is not negative.`
    : null;
};

/** Checks switches that came from outside (a library's caller in plain JavaScript, the admin endpoint). */
export const changeSwitches = (
  current: Switches,
  changes: Readonly<Record<string, unknown>>,
): { ok: true; switches: Switches } | { ok: false; faults: readonly string[] } => {
  const faults = Object.entries(changes).flatMap(([name, value]) => faultOf(name, value) ?? []);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, switches: { ...current, ...changes } };
};

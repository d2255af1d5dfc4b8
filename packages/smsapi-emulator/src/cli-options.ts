import { parseArgs } from 'node:util';
import { isPace } from './clock.ts';
import type { FaultRule } from './faults.ts';
import { DEFAULT_HOST, DEFAULT_TOKEN, type EmulatorOptions } from './options.ts';
import { PROFILE_NAMES } from './profiles.ts';
import { faultRule } from './scenario/read-faults.ts';
import { readWhole } from './scenario/read.ts';

export const TOKEN_VARIABLE = 'SMSAPI_EMULATOR_TOKEN';

export const USAGE = `smsapi-emulator: SMSAPI on your own desk

Usage: smsapi-emulator [options]

  --token TOKEN        bearer token to ask for (or set ${TOKEN_VARIABLE}); ${DEFAULT_TOKEN}
  --port PORT          8089; 0 takes any free port
  --host HOST          127.0.0.1
  --points POINTS      balance on the first day, 1000
  --price POINTS       price of one part, 0.15
  --max-parts COUNT    the account's cap on parts, 1 to 10; 6
  --sender NAME        an approved sender name; repeat for more, the first is the default one ("Test")
  --profile PROFILE    calm (default) or chaos: delays, time-outs, errors, reports late, twice and out of order
  --scenario FILE      a day written down: faults, reports, events; a JSON file, or one that comes along: bad-network,
                       late-reports, out-of-points
  --fault JSON         one fault more, as the README has them; repeat for more
  --seed NUMBER        what everything random is drawn from, 1
  --speed FACTOR       100 lets messages live a hundred times faster, 1
  --clock-pace FACTOR  3600 lets an hour pass in a second: idx windows, schedules and repeated reports follow
  --freeze             time stands still until somebody moves it
  --report-url URL     where delivery reports go when a request names no notify_url
  --data FOLDER        keep messages, idx values, balance and waiting reports here, over restarts and kills
  --fsync              with --data: wait for the disk before every answer
  --help               this page
`;

export type CliCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'start'; readonly options: EmulatorOptions };

const OPTIONS = {
  token: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  points: { type: 'string' },
  price: { type: 'string' },
  'max-parts': { type: 'string' },
  sender: { type: 'string', multiple: true },
  profile: { type: 'string' },
  seed: { type: 'string' },
  speed: { type: 'string' },
  scenario: { type: 'string' },
  fault: { type: 'string', multiple: true },
  'clock-pace': { type: 'string' },
  freeze: { type: 'boolean' },
  'report-url': { type: 'string' },
  data: { type: 'string' },
  fsync: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const DEFAULT_PORT = 8089;
const MAX_PORT = 65_535;
const OWN_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

const wrong = (message: string): CliCommand => ({ kind: 'wrong', message });

/** NaN for what is no number; undefined stays undefined. */
const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;

const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const read = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;

type Values = ReturnType<typeof read>;

/** The first thing that is wrong, as a sentence. */
const faultOf = (values: Values, token: string): string | null => {
  if (token === '') return `A token is needed: --token TOKEN, or the variable ${TOKEN_VARIABLE}.`;
  const port = numberOf(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port <= MAX_PORT))
    return '--port takes a number from 0 to 65535.';
  if (Number.isNaN(numberOf(values.points))) return '--points takes a number from 0.';
  if (Number.isNaN(numberOf(values.price))) return '--price takes a number from 0.';
  const parts = numberOf(values['max-parts']);
  if (parts !== undefined && !(Number.isInteger(parts) && parts >= 1 && parts <= 10))
    return '--max-parts takes a whole number from 1 to 10.';
  const seed = numberOf(values.seed);
  if (seed !== undefined && !Number.isInteger(seed)) return '--seed takes a whole number.';
  const speed = numberOf(values.speed);
  if (speed !== undefined && !(speed > 0)) return '--speed takes a number above 0.';
  const pace = numberOf(values['clock-pace']);
  if (pace !== undefined && !isPace(pace)) return '--clock-pace takes a number above 0, at most 1000000.';
  if (values.profile !== undefined && values.scenario !== undefined) {
    return '--profile and --scenario exclude each other: a profile is a scenario.';
  }
  if (values.profile !== undefined && !PROFILE_NAMES.some((name) => name === values.profile)) {
    return `--profile takes one of: ${PROFILE_NAMES.join(', ')}.`;
  }
  const url = values['report-url'];
  if (url !== undefined && !isUrl(url)) return '--report-url takes an address that starts with http:// or https://.';
  return values.fsync === true && values.data === undefined ? '--fsync needs --data FOLDER.' : null;
};

const optionsOf = (values: Values, token: string, faults: readonly FaultRule[]): EmulatorOptions => {
  const price = numberOf(values.price);
  const maxParts = numberOf(values['max-parts']);
  return {
    token,
    host: values.host,
    port: numberOf(values.port) ?? DEFAULT_PORT,
    points: numberOf(values.points),
    account: {
      ...(price === undefined ? {} : { price }),
      ...(maxParts === undefined ? {} : { maxParts }),
      ...(values.sender === undefined ? {} : { senders: values.sender }),
    },
    profile: PROFILE_NAMES.find((name) => name === values.profile),
    seed: numberOf(values.seed),
    speed: numberOf(values.speed),
    scenario: values.scenario,
    faults,
    clockPace: numberOf(values['clock-pace']),
    freeze: values.freeze,
    reportUrl: values['report-url'],
    dataFolder: values.data,
    fsync: values.fsync,
  };
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Rules of faults, or the sentence that says what is wrong with the first bad one. */
const faultsIn = (given: readonly string[]): readonly FaultRule[] | string => {
  const read = given.map((text) => readWhole(faultRule, jsonIn(text)));
  const bad = read.find((one) => !one.ok);
  if (bad !== undefined && !bad.ok) return `--fault takes a rule as JSON. ${bad.faults[0] ?? ''}`;
  return read.flatMap((one) => (one.ok ? [one.value] : []));
};

/** Reads the command line: what to start, or what is wrong with it. */
export const parseCommand = (args: readonly string[], environment: NodeJS.ProcessEnv): CliCommand => {
  let values: Values;
  try {
    values = read(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return { kind: 'help' };
  // A token everybody knows keeps nobody out: it will do only where nobody else gets in.
  const isAlone = OWN_HOSTS.has(values.host ?? DEFAULT_HOST);
  const token = values.token ?? (environment[TOKEN_VARIABLE] || (isAlone ? DEFAULT_TOKEN : ''));
  const faults = faultsIn(values.fault ?? []);
  const fault = faultOf(values, token) ?? (typeof faults === 'string' ? faults : null);
  if (fault !== null || typeof faults === 'string') return wrong(fault ?? '');
  return { kind: 'start', options: optionsOf(values, token, faults) };
};

import type { PaymentType, SenderStatus } from '../account.ts';
import { FASTEST_PACE } from '../clock.ts';
import { normalizeNumber } from '../send/recipients.ts';
import { changeSwitches, DEFAULT_SWITCHES, type Switches } from '../switches.ts';
import { faultRule, latency, reportFault, when } from './read-faults.ts';
import {
  flag,
  list,
  number,
  object,
  oneOf,
  only,
  readWhole,
  text,
  whole,
  wrong,
  type Outcome,
  type Read,
} from './read.ts';
import type { Deed, Scenario, ScenarioAccount, ScenarioClock, ScenarioEvent } from './scenario.ts';

const PAYMENT_TYPES: readonly PaymentType[] = ['prepaid', 'postpaid', 'subscription', 'trial'];
const SENDER_STATUSES: readonly SenderStatus[] = ['ACTIVE', 'INACTIVE', 'PENDING', 'REJECTED', 'DELETED'];

const points = number({ least: 0 });
const count = whole({ least: 0 });
const pace = number({ above: 0, most: FASTEST_PACE });

const phone: Read<string> = only(
  'a phone number',
  (value): value is string => typeof value === 'string' && normalizeNumber(value, true) !== null,
);

/** The switches judge themselves; their sentences name the switch. */
const switches: Read<Partial<Switches>> = (value, place, faults) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(faults, place, 'an object', value);
  const changes: Partial<Switches> = { ...value };
  const changed = changeSwitches(DEFAULT_SWITCHES, { ...changes });
  if (changed.ok) return changes;
  faults.push(...changed.faults.map((fault) => `${place}: ${fault}`));
  return undefined;
};

const clock = object<ScenarioClock>([], { at: when, pace, frozen: flag });

const account = object<ScenarioAccount>([], {
  points,
  outOfPointsAfter: count,
  price: points,
  senders: list(text()),
  paymentType: oneOf(PAYMENT_TYPES),
});

const deed: Read<Deed> = object<Deed>([], {
  points,
  outOfPointsAfter: count,
  token: oneOf(['revoked', 'valid']),
  sender: object<NonNullable<Deed['sender']>>(['name', 'status'], { name: text(), status: oneOf(SENDER_STATUSES) }),
  switches,
  latency,
  fault: faultRule,
  reportFault,
  clearFaults: oneOf([true]),
  reports: oneOf(['paused', 'resumed']),
  blacklist: phone,
  optOut: phone,
  incoming: object<NonNullable<Deed['incoming']>>(['from', 'text'], {
    from: phone,
    text: text(),
    to: text(),
    replyTo: text(),
  }),
  clock: object<NonNullable<Deed['clock']>>([], { pace, frozen: flag }),
});

interface GivenEvent {
  readonly at?: NonNullable<ScenarioEvent['at']>;
  readonly afterMessages?: number;
  readonly do: Deed;
}

const EVENT_ALLOWED = 'an event with either at or afterMessages';

/** An event by time or by count, never by both. */
export const scenarioEvent: Read<ScenarioEvent> = (value, place, faults) => {
  const event = object<GivenEvent>(['do'], { at: when, afterMessages: count, do: deed })(value, place, faults);
  if (event === undefined) return undefined;
  const { at, afterMessages } = event;
  if (at !== undefined && afterMessages === undefined) return { at, do: event.do };
  if (at === undefined && afterMessages !== undefined) return { afterMessages, do: event.do };
  return wrong(faults, place, EVENT_ALLOWED, value);
};

const scenario = object<Scenario & { $schema?: string }>(['name'], {
  $schema: text(),
  name: text(),
  about: text(),
  seed: count,
  clock,
  speed: number({ above: 0 }),
  latency,
  switches,
  account,
  faults: list(faultRule),
  reports: list(reportFault),
  events: list(scenarioEvent),
});

/**
 * Reads a scenario that came as JSON: a file's content, a request's body. Every sentence of the faults names the place
 * inside it and what is allowed there.
 * @example parseScenario({ name: 'gone', faults: [{ reply: { kind: 'magic' } }] })
 * // { ok: false, faults: ['faults[0].reply.kind must be one of: status, error, …, not "magic".'] }
 */
export const parseScenario = (value: unknown): Outcome<Scenario> => readWhole(scenario, value);

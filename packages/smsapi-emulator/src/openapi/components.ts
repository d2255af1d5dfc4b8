import { ERROR_MESSAGES } from '../errors.ts';
import { STATUS_NAMES } from '../statuses.ts';
import {
  decimal,
  flag,
  full,
  list,
  oneOf,
  points,
  record,
  ref,
  text,
  textOrNull,
  whole,
  wholeOrNull,
  type Schema,
} from './schema.ts';

const codes = Object.entries(ERROR_MESSAGES).map(([code, message]) => `${code}: ${message}`);

const message = {
  id: text('Opaque: 19 digits beyond 2^53, or by a switch 24 hexadecimal digits.', 'A B C'),
  points: points('Price of this message.', 'A B'),
  number: text('With country code.', 'A'),
  status: oneOf(Object.values(STATUS_NAMES), '', 'B C'),
  error: { type: 'null', description: 'Deprecated.', 'x-confidence': 'A' },
  idx: textOrNull('', 'A'),
};

const LEGACY: Readonly<Record<string, Schema>> = {
  LegacyError: record(
    {
      error: whole(`The code is the contract, the sentence is not. ${codes.join('; ')}.`, 'B C'),
      message: text(),
      invalid_numbers: list(
        record({ number: text(), submitted_number: text(), message: text(), error_code: whole('', 'A') }),
        'Refused recipients.',
      ),
    },
    ['error', 'message'],
  ),
  Sent: record(
    {
      count: whole('Messages taken.', 'A'),
      list: list(
        record(
          {
            ...message,
            date_sent: whole('Unix seconds; of a scheduled message the scheduled moment.', 'A B'),
            submitted_number: text('As it was sent.', 'A'),
            parts: whole('Missing in older replies: a switch.', 'A'),
          },
          ['id', 'points', 'number', 'date_sent', 'submitted_number', 'status', 'error', 'idx'],
        ),
      ),
      message: text('With `details`: the first text.', 'A B'),
      length: whole('With `details`: its characters.', 'A B'),
      parts: whole('With `details`: its parts.', 'A B'),
      fallbacks: record({ vms: record({ count: whole(), list: list(record({})) }) }),
      invalid_numbers: list(record({}), 'Only by a switch.'),
    },
    ['count', 'list'],
  ),
  Statuses: full({ count: whole(), list: list(full(message)) }),
  TakenBack: full({ count: whole(), list: list(full({ id: text() })) }),
  Counted: full({ count: whole() }),
  Lookup: {
    oneOf: [
      full({ status: oneOf(['OK']), number: text(), id: text(), price: points() }),
      full({ status: oneOf(['ERROR']), error: whole(), number: text() }),
    ],
  },
  Lookups: full({
    count: whole(),
    list: list(
      record({
        status: oneOf(['OK', 'ERROR']),
        number: text(),
        id: text(),
        mcc: whole(),
        mnc: whole(),
        info: text('What was found.', 'E'),
        date: whole('Unix seconds.'),
        ported: whole(),
        ported_from: whole(),
        price: points(),
        error: whole(),
      }),
    ),
  }),
  Credits: record(
    {
      points: points(),
      proCount: whole(),
      ecoCount: whole(),
      mmsCount: whole(),
      vmsGsmCount: whole(),
      vmsLandCount: whole(),
    },
    ['points'],
  ),
  LegacySender: full({ sender: text(), status: text(), default: flag() }),
};

const REST: Readonly<Record<string, Schema>> = {
  Problem: record(
    {
      message: text(),
      error: text('A tag in snake case: what clients branch on.', 'A B'),
      developer_description: textOrNull(),
      errors: list(record({ message: text(), error: text(), path: text(), value: {} })),
    },
    ['message', 'error'],
  ),
  Ping: full({ authorized: flag(), unavailable: list(text()) }),
  Profile: record({
    id: text(),
    name: text(),
    email: text(),
    username: text(),
    phone_number: text(),
    payment_type: oneOf(['prepaid', 'postpaid', 'subscription', 'trial'], '', 'A B'),
    user_type: oneOf(['native', 'subuser'], '', 'A B'),
    points: points('A number, or by a switch a text.', 'A B'),
  }),
  Price: full({
    type: text('In the PHP client.', 'B'),
    price: full({ amount: decimal(), currency: text() }),
    country: full({ name: text(), mcc: text() }),
    network: full({ name: text(), mnc: text() }),
    changed_at: textOrNull(),
  }),
  SenderName: full({
    sender: text(),
    is_default: flag(),
    status: oneOf(['ACTIVE', 'INACTIVE', 'PENDING', 'REJECTED', 'DELETED'], 'Sources disagree on the list.', 'A B'),
    created_at: text(),
  }),
  Listed: full({ id: text(), phone_number: text(), expire_at: textOrNull(), created_at: text() }),
  OptOut: record({
    id: text(),
    phoneNumber: whole('Camel case, a number.', 'A B'),
    date: text(),
    _links: list(record({})),
  }),
  Callback: full({
    id: text(),
    url: text(),
    api_version: wholeOrNull(),
    type: oneOf(['sms_dlr', 'sms_mo', 'mms_dlr', 'mms_mo', 'vms_dlr', 'bulk', 'hlr', 'short_url'], '', 'A B'),
    receiver: { oneOf: [record({ type: text(), number: textOrNull() }), { type: 'null' }] },
    active: flag(),
    invalid: flag('The last test was not answered `OK`.', 'E'),
  }),
  CallbackTest: full({
    test_result: flag(),
    connection_failed: flag(),
    invalid_encoding: flag(),
    http_response_status: wholeOrNull(),
    http_response_body: textOrNull(),
  }),
};

const permission = { group_id: text(), username: text(), read: flag(), write: flag(), send: flag() };

const RESOURCES: Readonly<Record<string, Schema>> = {
  Contact: {
    ...record(
      {
        id: text(),
        phone_number: text('Absent when never given, like all that follow.', 'B'),
        email: text(),
        first_name: text(),
        last_name: text(),
        birthday_date: text(),
        description: text(),
        city: text(),
        country: text(),
        source: text(),
        idx: text(),
        gender: oneOf(['female', 'male', 'undefined']),
        date_created: text(),
        date_updated: text(),
        groups: list(ref('Group')),
      },
      ['id', 'gender', 'date_created', 'date_updated', 'groups'],
    ),
    additionalProperties: { type: 'string', description: 'Own fields, by their names.' },
  },
  Group: full({
    id: text(),
    name: text(),
    description: text('A text always, for Java.', 'B'),
    contacts_count: wholeOrNull('Null where nobody asked for it.', 'B E'),
    date_created: text(),
    date_updated: text(),
    created_by: text(),
    idx: textOrNull(),
    contact_expire_after: wholeOrNull('Days.'),
    permissions: list(ref('Permission')),
  }),
  Permission: full(permission),
  Field: full({ id: text(), name: text(), type: text() }),
  FieldOption: full({ name: text(), value: text() }),
  Template: full({ id: text(), name: text(), template: text(), normalize: flag() }),
  AvailableTemplate: full({ name: text(), template: text(), normalize: flag() }),
  Subuser: full({
    id: text(),
    username: text(),
    active: flag(),
    description: textOrNull(),
    points: full({ from_account: points(), per_month: points() }),
  }),
  SenderShare: record({ access: oneOf(['all', 'none', 'selected']), senders: { type: ['array', 'null'] } }),
  TemplateShare: record({ access: oneOf(['all', 'none', 'selected']), templates: { type: ['array', 'null'] } }),
  MfaCode: full({ id: text(), code: text(), phone_number: text(), from: textOrNull() }),
  Link: full({
    id: text(),
    name: text(),
    url: textOrNull(),
    short_url: text(),
    filename: textOrNull(),
    type: oneOf(['URL', 'FILE']),
    expire: text(),
    hits: whole(),
    hits_unique: whole(),
    description: text(),
  }),
  Click: record({
    idz_do_id: text(),
    phone_number: text(),
    date_hit: text(),
    name: text(),
    short_url: text(),
    suffix: text(),
    os: text(),
    browser: text(),
    device: text(),
    message: record({ id: textOrNull(), idx: textOrNull(), recipient: textOrNull() }),
  }),
  RcsSender: full({ id: text(), sender: text() }),
  RcsMessage: record({
    id: text(),
    recipient: text(),
    sender: text(),
    senderId: text(),
    sentAt: textOrNull(),
    deliveredAt: textOrNull(),
    readAt: textOrNull(),
    expiredAt: textOrNull(),
    messageType: text(),
    interface: text(),
  }),
  Volume: full({ country_code: text(), country_name: text(), country_limit: wholeOrNull(), usage: whole() }),
  ClickCount: record({ link_id: whole(), clicks: record({}) }),
};

export const SCHEMAS: Readonly<Record<string, Schema>> = { ...LEGACY, ...REST, ...RESOURCES };

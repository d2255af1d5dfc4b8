import { flag, list, oneOf, text, whole, type Schema } from './schema.ts';

const perRecipient = 'One for all, or one per recipient: joined with `|`, as `name[0]=`, or as a JSON list.';

/** Every parameter of `sms.do` (dossier 2.1). */
export const SEND_PARAMETERS: Readonly<Record<string, Schema>> = {
  to: text('Recipients, separated by commas; nine digits get 48 put before them.', 'A B'),
  group: text('Names of contact groups, separated by commas, instead of `to`. Unknown: 40; empty: 41.', 'A B C'),
  message: text('The text. Needed unless `template` is given; empty: 11.', 'A B'),
  from: text('An approved sender name, `2way` or `eco`; the default one when absent. Unknown: 14.', 'A B'),
  encoding: text('Charset of `message` in a form: utf-8, iso-8859-1 to -5, -7, windows-1250, windows-1251.', 'A B D'),
  format: oneOf(['json'], 'Without it the answer is plain text.', 'A'),
  details: flag('Adds `message`, `length` and `parts` of the first message.', 'A'),
  date: text('Unix seconds or ISO 8601. Past: sent at once; more than three months ahead: 50.', 'A C'),
  date_validate: flag('A malformed `date` gives 54 instead of being ignored.', 'A'),
  time_restriction: oneOf(['follow', 'ignore', 'nearest_available'], 'Against the hours of the account.', 'A C'),
  expiration_date: text('15 minutes to 72 hours after sending; outside: 56. Sources disagree on the window.', 'A'),
  allow_duplicates: flag('A number given twice gets two messages.', 'A E'),
  idx: text(`Own reference, at most 255 characters. ${perRecipient}`, 'A B'),
  check_idx: flag('Refuses an idx that was used within the window: 53.', 'A'),
  max_parts: whole('More parts than this: 12. It can only lower the cap of the account.', 'A'),
  single: flag('Old: more than one part gives 12.', 'B'),
  fast: flag('Before others, for half as much again.', 'A'),
  flash: flag('Shown at once and not kept; special characters give 17.', 'A C'),
  test: flag('Judged and answered like a send, not sent and not charged.', 'A'),
  notify_url: text('Where delivery reports of this request go. Wrong: 70.', 'A C D'),
  normalize: flag('Base letters instead of letters with marks.', 'A'),
  nounicode: flag('Characters outside GSM 7-bit give 11.', 'B C'),
  skip_foreign: flag('Numbers abroad are left out.', 'B'),
  template: text('Name of a stored text. Unknown: 104.', 'B C'),
  param1: text(`Value of \`[%1%]\`. ${perRecipient} Wrong count: 18.`, 'B C'),
  param2: text('Value of `[%2%]`.', 'B C'),
  param3: text('Value of `[%3%]`.', 'B C'),
  param4: text('Value of `[%4%]`.', 'B C'),
  udh: text('Header of a binary message, hexadecimal.', 'B C'),
  datacoding: text('`bin` for a binary message: `message` is hexadecimal then.', 'B C'),
  partner_id: text('Taken and ignored.', 'B'),
  discount_group: text('Voucher codes for `[%kod%]`: 60 to 66.', 'B D'),
  fallback: list({ type: 'object' }, 'Speaks the text when the SMS fails: `[{"type":"vms"}]`.'),
  sch_del: text('Ids of scheduled messages to take back; nothing is sent. Too late or unknown: 301.', 'B'),
  status: text('Ids to ask the status of, joined with `|` or `,`; nothing is sent.', 'B D'),
};

/** What `mms.do` and `vms.do` share with it. */
const SHARED = ['to', 'group', 'format', 'details', 'date', 'date_validate', 'idx', 'check_idx', 'notify_url', 'test'];

const shared = Object.fromEntries(Object.entries(SEND_PARAMETERS).filter(([name]) => SHARED.includes(name)));

export const MMS_PARAMETERS: Readonly<Record<string, Schema>> = {
  ...shared,
  subject: text('Up to 30 characters: 26.', 'B D'),
  smil: text('A SMIL document of up to 300 kB: 21, 22.', 'B D'),
};

export const VMS_PARAMETERS: Readonly<Record<string, Schema>> = {
  ...shared,
  from: text('The number that calls.', 'B'),
  tts: text('Words to be spoken.', 'B'),
  tts_lector: text('Who speaks them. Unknown: 35.', 'B D'),
  file: text('A WAV file (multipart), or the address of one: 23, 24.', 'B D'),
  try: whole('Attempts, 1 to 6.', 'B D'),
  interval: whole('Seconds between two attempts, 300 to 7200.', 'B D'),
  skip_gsm: flag('Handsets are not called.', 'B'),
};

import { neutralizeMacros, neutralizeParam } from './macros.ts';

/**
 * One request of one text to many recipients.
 *
 * - `number`: digits with the country code; a leading `+` is tolerated and dropped
 * - `idx`: our reference, unique for ever, `[A-Za-z0-9_-]`, at most 255 characters; comes back in replies and reports
 * - `params`: values for `[%1%]` … `[%4%]` in the text; as many for each recipient
 * - `checkIdx`: have the gateway refuse an idx it has seen in the last 24 hours; without it a repeat costs a second SMS
 * - `maxParts`: refuse the text (error 12) if it would be billed as more parts
 * - `notifyUrl`: where delivery reports of this request go; overrides the account's
 * - `test`: validate and answer as usual, send and charge nothing, report nothing
 * - `date`: hold until then; `expirationDate`: give up after it, 1 to 12 hours later
 */
export interface SendRequest {
  recipients: readonly Recipient[];
  message: string;
  from?: string;
  checkIdx: boolean;
  maxParts?: number;
  notifyUrl?: string;
  test?: boolean;
  date?: Date;
  expirationDate?: Date;
}

/** One recipient of a request. */
export interface Recipient {
  number: string;
  idx: string;
  params?: readonly string[];
}

/** Stated nowhere officially; 10 000 is the figure everybody repeats (dossier 2.3). A batch is better kept at 100. */
const MAX_RECIPIENTS = 10_000;
const MAX_PARAMS = 4;

/**
 * The form of `POST sms.do`.
 *
 * Values per recipient go as `idx[0]`, `idx[1]`, … like the vendor's PHP client, whose tests run against the live
 * service, and not joined with `|`: that way a param may hold any character (dossier 2.3). A number that stands twice
 * in the request would lose its second message silently, so `allow_duplicates` is set then.
 *
 * @throws TypeError for a request that is our own mistake. It names the place, never the number or the text.
 */
export function sendForm(request: SendRequest): URLSearchParams {
  const { recipients } = request;
  if (recipients.length === 0 || recipients.length > MAX_RECIPIENTS) {
    throw new TypeError(`recipients must be 1 to ${MAX_RECIPIENTS}, not ${recipients.length}`);
  }
  const numbers = recipients.map(checkedNumber);
  const idxs = recipients.map(checkedIdx);
  if (new Set(idxs).size !== idxs.length) throw new TypeError('two recipients have the same idx');
  const paramCount = checkedParamCount(recipients);

  const form = new URLSearchParams({ format: 'json', encoding: 'utf-8', to: numbers.join(',') });
  form.set('message', neutralizeMacros(request.message, { keepParams: paramCount }));
  // append, because set looks through all fields before
  for (const [at, idx] of idxs.entries()) form.append(`idx[${at}]`, idx);
  if (request.checkIdx) form.set('check_idx', '1');
  for (const [at, { params = [] }] of recipients.entries()) {
    for (const [place, value] of params.entries()) form.append(`param${place + 1}[${at}]`, neutralizeParam(value));
  }
  if (new Set(numbers).size !== numbers.length) form.set('allow_duplicates', '1');
  if (request.from !== undefined) form.set('from', request.from);
  if (request.maxParts !== undefined) form.set('max_parts', String(request.maxParts));
  if (request.notifyUrl !== undefined) form.set('notify_url', request.notifyUrl);
  if (request.test === true) form.set('test', '1');
  if (request.date !== undefined) {
    form.set('date', unixSeconds(request.date, 'date'));
    form.set('date_validate', '1'); // a date it cannot read must be an error, not an SMS at night
  }
  if (request.expirationDate !== undefined) {
    form.set('expiration_date', unixSeconds(request.expirationDate, 'expirationDate'));
  }
  return form;
}

/** The number as it goes out. A comma or a space in it could add a recipient, so nothing but digits passes. */
function checkedNumber({ number }: Recipient, at: number): string {
  const digits = number.startsWith('+') ? number.slice(1) : number;
  if (!/^\d{1,20}$/.test(digits)) throw new TypeError(`recipients[${at}].number must be digits with the country code`);
  return digits;
}

/** The charset survives every dialect of lists: no `|` of joined values, no `,` of batched reports. */
function checkedIdx({ idx }: Recipient, at: number): string {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(idx))
    throw new TypeError(`recipients[${at}].idx must be 1 to 255 of A-Z a-z 0-9 _ -`);
  return idx;
}

function checkedParamCount(recipients: readonly Recipient[]): number {
  const counts = new Set(recipients.map(({ params = [] }) => params.length));
  const [count = 0] = counts;
  if (counts.size > 1) throw new TypeError('every recipient must have the same number of params');
  if (count > MAX_PARAMS) throw new TypeError(`a recipient may have at most ${MAX_PARAMS} params`);
  return count;
}

function unixSeconds(date: Date, name: string): string {
  if (Number.isNaN(date.getTime())) throw new TypeError(`${name} is not a valid date`);
  return String(Math.floor(date.getTime() / 1000));
}

/**
 * Error codes of the legacy `*.do` endpoints (dossier section 6) with the sentences this emulator answers.
 * Codes are the contract; sentences are not: the live service words them differently by edition and year.
 */
export const ERROR_MESSAGES = {
  7: 'Short links are switched off for this account',
  8: 'Error in request',
  11: 'Content is empty',
  12: 'Message has too many parts',
  13: 'No correct phone numbers',
  14: 'Wrong sender name',
  17: 'Flash message cannot contain special characters',
  18: 'Wrong number of parameters',
  19: 'Too many messages in one request',
  20: 'Wrong number of idx values',
  21: 'MMS is larger than 300 kB',
  22: 'Wrong SMIL',
  23: 'Failed to download the file',
  24: 'Wrong format of the file',
  25: 'Parameters normalize and datacoding must not be used together',
  26: 'Subject is too long, maximum 30 characters',
  27: 'Parameter idx is too long, maximum 255 characters',
  28: 'Wrong time_restriction value',
  30: 'Wrong UDH parameter with datacoding=bin',
  32: 'Messages of this kind are not sent abroad',
  35: 'Wrong tts_lector',
  40: 'No such group in contacts',
  41: 'Chosen group is empty',
  50: 'Messages may be scheduled up to 3 months in the future',
  51: 'Voice messages are sent between 8 and 22 only',
  52: 'Too many attempts of sending messages to one number',
  53: 'Not unique idx parameter, message with the same idx has already been sent',
  54: 'Wrong date',
  55: 'No landline among the numbers while skip_gsm is set',
  56: 'Wrong expiration_date',
  57: 'Phone number is blacklisted',
  59: 'Phone number is on the opt-out list',
  60: 'No such group of codes',
  62: 'No unused codes in the group',
  65: 'Not enough unused codes in the group',
  66: 'Message has no [%kod%] marker',
  70: 'Wrong notify_url',
  74: 'Sending time does not match the time restrictions of the account',
  76: 'Parameters contain invalid characters',
  93: 'Parameters are not allowed together with a group',
  94: 'Links are not allowed for this account',
  96: 'Monthly limit reached',
  98: 'Restricted account: messages only to the number given at sign-up',
  101: 'Authorization failed',
  102: 'Invalid username or password',
  103: 'Insufficient credits on your account',
  104: 'No such template',
  105: 'Wrong IP address',
  106: 'Wrong URL of a short link',
  110: 'Service is not available on this account',
  112: 'Country not allowed',
  200: 'Failed to send the message, try again',
  201: 'Internal system error',
  202: 'Too many simultaneous requests, message was not sent',
  203: 'Too many requests, try again later',
  301: 'Not exists ID message',
  400: 'Wrong message ID',
  401: 'Token has no access to this action',
  666: 'Internal system error',
  997: 'HTTPS required',
  998: 'Short link service is down',
  999: 'Internal system error',
  1000: 'Action available only for the main user',
  1001: 'Invalid action',
  2031: 'Sender name does not exist',
  2061: 'Sender name must be active',
  2062: 'Sender name is already the default one',
  2112: 'Invalid sender name',
  2115: 'Sender name already exists',
} as const;

export type ErrorCode = keyof typeof ERROR_MESSAGES;

/** One recipient that was refused while others, or none, were taken. */
export interface InvalidNumber {
  readonly number: string;
  readonly submitted_number: string;
  readonly message: string;
  readonly error_code?: number;
}

/** Why a legacy request was refused as a whole. */
export interface Refusal {
  readonly code: number;
  readonly message: string;
  readonly invalidNumbers?: readonly InvalidNumber[];
}

const MESSAGES: Readonly<Record<number, string>> = ERROR_MESSAGES;

export const errorMessage = (code: number): string => MESSAGES[code] ?? `Error ${code}`;

export const refuse = (code: ErrorCode, message: string = ERROR_MESSAGES[code]): Refusal => ({ code, message });

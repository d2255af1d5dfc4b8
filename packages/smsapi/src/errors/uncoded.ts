import type { ErrorRow } from './row.ts';

type Uncoded = Omit<ErrorRow, 'codes'>;

/** A number that was asked for and stands neither among the accepted nor among the explained ones (dossier 2.6). */
export const omittedByGateway: Uncoded = {
  name: 'omitted_by_gateway',
  class: 'recipient',
  pl: {
    sentence: 'SMSAPI pominęło ten numer i nie podało powodu.',
    action: 'Sprawdź numer w kartotece oraz czarną listę i rezygnacje w panelu SMSAPI.',
  },
  en: {
    sentence: 'SMSAPI left this number out and gave no reason.',
    action: 'Check the number in the directory and the blacklist and opt-outs in the SMSAPI panel.',
  },
};

export const unknownCode: Uncoded = {
  name: 'unknown_code',
  class: 'unknown',
  pl: {
    sentence: 'SMSAPI odrzuciło żądanie z powodem, którego program nie zna.',
    action: 'Przeczytaj komunikat bramki i zapytaj pomoc SMSAPI, podając jego kod.',
  },
  en: {
    sentence: 'SMSAPI rejected the request for a reason this program does not know.',
    action: 'Read the message of the gateway and ask SMSAPI support, quoting its code.',
  },
};

const addressWrong: Uncoded = {
  name: 'address_wrong',
  class: 'config',
  pl: {
    sentence: 'Pod adresem bramki nie ma SMSAPI albo nie zna ono tego żądania.',
    action: 'Sprawdź adres bramki w konfiguracji wysyłki.',
  },
  en: {
    sentence: 'There is no SMSAPI at the gateway address, or it does not know this request.',
    action: 'Check the gateway address in the sending settings.',
  },
};

const requestRejected: Uncoded = {
  name: 'request_rejected',
  class: 'content',
  pl: {
    sentence: 'SMSAPI uznało dane w żądaniu za niepoprawne.',
    action: 'Popraw dane, kierując się komunikatem bramki.',
  },
  en: {
    sentence: 'SMSAPI found the data in the request invalid.',
    action: 'Correct the data with the help of the message of the gateway.',
  },
};

const notFound: Uncoded = {
  name: 'not_found',
  class: 'content',
  pl: {
    sentence: 'W SMSAPI nie ma już takiego wpisu.',
    action: 'Odśwież listę.',
  },
  en: {
    sentence: 'SMSAPI has no such entry any more.',
    action: 'Refresh the list.',
  },
};

const alreadyExists: Uncoded = {
  name: 'already_exists',
  class: 'content',
  pl: {
    sentence: 'Taki wpis już jest w SMSAPI.',
    action: 'Nic nie trzeba robić.',
  },
  en: {
    sentence: 'SMSAPI has this entry already.',
    action: 'Nothing to do.',
  },
};

/** A REST refusal (`{message, error: "tag"}`) by its HTTP status (dossier 1.4). */
export const byRestStatus: ReadonlyMap<number, Uncoded> = new Map([
  [400, requestRejected],
  [404, notFound],
  [409, alreadyExists],
  [415, requestRejected],
  [422, requestRejected],
]);

/**
 * Statuses by which a server in front of SMSAPI says that it did not even accept the request (RFC 9110, 15.5).
 * The rest of 4xx stays undecided: 408 and 499 among them are time-outs by another name.
 */
export const byBareStatus: ReadonlyMap<number, Uncoded> = new Map([
  [404, addressWrong],
  [405, addressWrong],
  [410, addressWrong],
  [413, { ...requestRejected, name: 'request_too_large' }],
  [414, { ...requestRejected, name: 'request_too_large' }],
  [415, requestRejected],
]);

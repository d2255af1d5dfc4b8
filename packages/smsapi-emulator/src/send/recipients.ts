import { errorMessage, type ErrorCode, type InvalidNumber } from '../errors.ts';

/** A recipient that may get the message; `place` is its position in `to`, for idx and params go by it. */
export interface Recipient {
  readonly number: string;
  readonly submitted: string;
  readonly place: number;
}

export interface Sorted {
  readonly good: readonly Recipient[];
  readonly bad: readonly InvalidNumber[];
}

/** What decides whether one number may be sent to. */
export interface NumberRules {
  readonly plusSign: boolean;
  readonly landlines: boolean;
  readonly foreignNumbers: boolean;
  readonly skipForeign: boolean;
  readonly allowDuplicates: boolean;
  /** A trial account reaches only the number given at sign-up (98). */
  readonly onlyNumber: string | null;
  /** Why a number in good form is refused all the same (blacklist, opt-out, too many attempts); null when it is not. */
  readonly refusedBy: (number: string) => ErrorCode | null;
}

const POLISH = /^48\d{9}$/;
const POLISH_LENGTH = 11;
/** Ranges of the Polish numbering plan that belong to handsets (domain facts 1.1). */
const POLISH_MOBILE = /^48(?:45|50|51|53|57|60|66|69|72|73|78|79|88|21)/;

/** A nine-digit number is Polish (dossier 2.1): 48 is put before it. Null when this is no number. */
export const normalizeNumber = (submitted: string, plusSign: boolean): string | null => {
  if (POLISH.test(submitted)) return submitted;
  const bare = submitted.replaceAll(/[\s-]/g, '');
  if (bare.startsWith('+') && !plusSign) return null;
  const digits = bare.startsWith('+') ? bare.slice(1) : bare;
  // No country code and no Polish number begins with 0: what does is a trunk prefix or a 00 left standing.
  if (!/^[1-9]\d{7,15}$/.test(digits)) return null;
  if (digits.length === 9) return `48${digits}`;
  return digits.startsWith('48') && digits.length !== POLISH_LENGTH ? null : digits;
};

const isForeign = (number: string): boolean => !number.startsWith('48');

/** Not known to be a landline: of numbers abroad nothing is known. */
export const isHandsetNumber = (number: string): boolean => isForeign(number) || POLISH_MOBILE.test(number);

const refusalOf = (number: string | null, rules: NumberRules): ErrorCode | null => {
  if (number === null) return 13;
  if (isForeign(number) && !rules.foreignNumbers) return 112;
  if (!rules.landlines && !isHandsetNumber(number)) return 13;
  if (rules.onlyNumber !== null && number !== rules.onlyNumber) return 98;
  return rules.refusedBy(number);
};

const invalid = (number: string, submitted: string, code: ErrorCode): InvalidNumber =>
  code === 13
    ? { number, submitted_number: submitted, message: 'Invalid phone number' }
    : { number, submitted_number: submitted, message: errorMessage(code), error_code: code };

/** Divides `to` into those who get the message and those who do not. A repeated number gets one, silently. */
export const sortRecipients = (to: readonly string[], rules: NumberRules): Sorted => {
  const good: Recipient[] = [];
  const bad: InvalidNumber[] = [];
  const seen = new Set<string>();
  for (const [place, submitted] of to.entries()) {
    const number = normalizeNumber(submitted, rules.plusSign);
    const code = refusalOf(number, rules);
    if (code !== null || number === null) {
      bad.push(invalid(number ?? submitted, submitted, code ?? 13));
      continue;
    }
    if (rules.skipForeign && isForeign(number)) continue;
    if (!rules.allowDuplicates && seen.has(number)) continue;
    seen.add(number);
    good.push({ number, submitted, place });
  }
  return { good, bad };
};

/** Refuses recipients that had passed every other check. */
export const setAside = ({ good, bad }: Sorted, refused: ReadonlySet<Recipient>, code: ErrorCode): Sorted =>
  refused.size === 0
    ? { good, bad }
    : {
        good: good.filter((recipient) => !refused.has(recipient)),
        bad: [...bad, ...[...refused].map(({ number, submitted }) => invalid(number, submitted, code))],
      };

/** Reasons that keep their own code; a foreign number is 13 like any other wrong one (dossier section 6). */
const OWN_CODES: readonly ErrorCode[] = [32, 52, 57, 59, 98];

/** The code of the whole request when nobody is left: the common reason when there is one, otherwise 13. */
export const codeForNobody = (bad: readonly InvalidNumber[]): ErrorCode =>
  OWN_CODES.find((code) => bad.length > 0 && bad.every((one) => one.error_code === code)) ?? 13;

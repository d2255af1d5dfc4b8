import { filledText, flagOf, integerOf, isRecord, listOf, textOf, type Fields } from '../http/fields.ts';
import { isKnownCharset } from '../http/form.ts';
import { parseMoment, type Moment } from './moment.ts';

/** `fallback`: speak the text when the SMS fails. */
export type Fallback = 'none' | 'wrong' | { readonly includeSenderAndDate: boolean };

/** Every parameter of `sms.do` (dossier 2.1), read but not yet judged. */
export interface SendRequest {
  readonly to: readonly string[];
  readonly group: string | null;
  readonly message: string | null;
  readonly template: string | null;
  readonly from: string | null;
  readonly encodingKnown: boolean;
  readonly flash: boolean;
  readonly test: boolean;
  readonly details: boolean;
  readonly date: Moment | null;
  readonly dateValidate: boolean;
  readonly timeRestriction: string | null;
  readonly expiration: Moment | null;
  readonly allowDuplicates: boolean;
  readonly idx: readonly string[] | null;
  readonly checkIdx: boolean;
  /** NaN when it is no number. */
  readonly maxParts: number | null;
  readonly single: boolean;
  readonly fast: boolean;
  readonly notifyUrl: string | null;
  readonly normalize: boolean;
  readonly noUnicode: boolean;
  readonly skipForeign: boolean;
  /** Values of `[%1%]` to `[%4%]`, one list per parameter; null where the parameter is absent. */
  readonly params: readonly (readonly string[] | null)[];
  readonly udh: string | null;
  readonly datacoding: string | null;
  readonly discountGroup: string | null;
  readonly fallback: Fallback;
}

const PARAM_NAMES = ['param1', 'param2', 'param3', 'param4'] as const;

const momentOf = (fields: Fields, name: string): Moment | null => {
  const given = filledText(fields, name);
  return given === null ? null : parseMoment(given);
};

const parseFallback = (value: unknown): Fallback => {
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value === 'string') {
    try {
      return parseFallback(JSON.parse(value));
    } catch {
      return 'wrong';
    }
  }
  const [first, ...rest]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!isRecord(first) || first['type'] !== 'vms' || rest.length > 0) return 'wrong';
  return { includeSenderAndDate: flagOf(new Map(Object.entries(first)), 'include_sender_and_date') };
};

const recipientsOf = (fields: Fields): readonly string[] =>
  (textOf(fields, 'to') ?? '').split(',').flatMap((number) => number.trim() || []);

export const parseSendRequest = (fields: Fields): SendRequest => {
  const encoding = filledText(fields, 'encoding');
  return {
    to: recipientsOf(fields),
    group: filledText(fields, 'group'),
    message: textOf(fields, 'message'),
    template: filledText(fields, 'template'),
    from: filledText(fields, 'from'),
    encodingKnown: encoding === null || isKnownCharset(encoding),
    flash: flagOf(fields, 'flash'),
    test: flagOf(fields, 'test'),
    details: flagOf(fields, 'details'),
    date: momentOf(fields, 'date'),
    dateValidate: flagOf(fields, 'date_validate'),
    timeRestriction: filledText(fields, 'time_restriction'),
    expiration: momentOf(fields, 'expiration_date'),
    allowDuplicates: flagOf(fields, 'allow_duplicates'),
    idx: listOf(fields, 'idx'),
    checkIdx: flagOf(fields, 'check_idx'),
    maxParts: integerOf(fields, 'max_parts'),
    single: flagOf(fields, 'single'),
    fast: flagOf(fields, 'fast'),
    notifyUrl: filledText(fields, 'notify_url'),
    normalize: flagOf(fields, 'normalize'),
    noUnicode: flagOf(fields, 'nounicode'),
    skipForeign: flagOf(fields, 'skip_foreign'),
    params: PARAM_NAMES.map((name) => listOf(fields, name)),
    udh: filledText(fields, 'udh'),
    datacoding: filledText(fields, 'datacoding'),
    discountGroup: filledText(fields, 'discount_group'),
    fallback: parseFallback(fields.get('fallback')),
  };
};

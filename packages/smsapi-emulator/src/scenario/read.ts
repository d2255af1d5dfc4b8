/**
 * Reads what came from outside, piece by piece. Every fault is a sentence that begins with the place
 * (`faults[2].reply.kind`) and says what is allowed there.
 */
export type Read<T> = (value: unknown, place: string, faults: string[]) => T | undefined;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const at = (place: string): string => (place === '' ? 'The whole' : place);

/** Notes a fault; for the last line of a reader. */
export const wrong = (faults: string[], place: string, allowed: string, value: unknown): undefined => {
  faults.push(`${at(place)} must be ${allowed}, not ${shown(value)}.`);
};

/** A reader of what passes a test. */
export const only =
  <T>(allowed: string, isFine: (value: unknown) => value is T): Read<T> =>
  (value, place, faults) =>
    isFine(value) ? value : wrong(faults, place, allowed, value);

export const text = (allowed = 'a text that is not empty'): Read<string> =>
  only(allowed, (value): value is string => typeof value === 'string' && value.trim() !== '');

export const flag: Read<boolean> = only('true or false', (value) => typeof value === 'boolean');

export interface NumberBounds {
  readonly least?: number;
  readonly most?: number;
  /** Above, not equal. */
  readonly above?: number;
}

const boundsText = ({ least, most, above }: NumberBounds): string =>
  [
    ...(least === undefined ? [] : [` from ${least}`]),
    ...(above === undefined ? [] : [` above ${above}`]),
    ...(most === undefined ? [] : [least === undefined ? `, at most ${most}` : ` to ${most}`]),
  ].join('');

const isWithin = (value: number, { least = -Infinity, most = Infinity, above = -Infinity }: NumberBounds): boolean =>
  value >= least && value <= most && value > above;

export const number = (bounds: NumberBounds = {}): Read<number> =>
  only(
    `a number${boundsText(bounds)}`,
    (value): value is number => typeof value === 'number' && Number.isFinite(value) && isWithin(value, bounds),
  );

export const whole = (bounds: NumberBounds = {}): Read<number> =>
  only(
    `a whole number${boundsText(bounds)}`,
    (value): value is number => typeof value === 'number' && Number.isInteger(value) && isWithin(value, bounds),
  );

export const oneOf = <T extends string | boolean>(values: readonly T[]): Read<T> =>
  only(values.length === 1 ? String(values[0]) : `one of: ${values.join(', ')}`, (value): value is T =>
    values.some((one) => one === value),
  );

export const list =
  <T>(read: Read<T>, allowed = 'a list'): Read<readonly T[]> =>
  (value, place, faults) => {
    if (!Array.isArray(value)) return wrong(faults, place, allowed, value);
    const items: readonly unknown[] = value;
    return items.flatMap((item, index): T[] => {
      const one = read(item, `${place}[${index}]`, faults);
      return one === undefined ? [] : [one];
    });
  };

/** A reader of what is fine in its parts, and as a whole passes one more test. */
export const refine =
  <T>(read: Read<T>, allowed: string, isFine: (value: T) => boolean): Read<T> =>
  (value, place, faults) => {
    const before = faults.length;
    const result = read(value, place, faults);
    if (result === undefined || faults.length > before) return undefined;
    return isFine(result) ? result : wrong(faults, place, allowed, value);
  };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inside = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

/** A reader for every member of T, whether it must be there or may be left out. */
export type Members<T> = { readonly [K in keyof T]-?: Read<Exclude<T[K], undefined>> };

/**
 * An object of known members; every other name is a fault, for it is most likely a known one misspelt.
 * @param needed names that must be there
 */
export const object =
  <T extends object>(needed: readonly (keyof T & string)[], members: Members<T>): Read<T> =>
  (value, place, faults) => {
    if (!isRecord(value)) return wrong(faults, place, 'an object', value);
    const before = faults.length;
    const known = Object.keys(members);
    for (const name of Object.keys(value)) {
      if (known.includes(name)) continue;
      faults.push(`${inside(place, name)} is not known; ${at(place)} takes: ${known.join(', ')}.`);
    }
    for (const name of needed) {
      if (value[name] === undefined) faults.push(`${inside(place, name)} is missing.`);
    }
    const entries = Object.entries<Read<unknown>>(members).flatMap(([name, read]): [string, unknown][] => {
      const given = value[name];
      return given === undefined ? [] : [[name, read(given, inside(place, name), faults)]];
    });
    const result = Object.fromEntries(entries);
    // Every member was read by the reader of its own type, and none is missing.
    const isFine = (given: object): given is T => given === result && faults.length === before;
    return isFine(result) ? result : undefined;
  };

/** One of several objects, told apart by their member `kind`; each reader also takes the members all of them share. */
export const byKind =
  <T>(kinds: Readonly<Record<string, Read<T>>>): Read<T> =>
  (value, place, faults) => {
    if (!isRecord(value)) return wrong(faults, place, 'an object', value);
    const kind = oneOf(Object.keys(kinds))(value['kind'], inside(place, 'kind'), faults);
    return kind === undefined ? undefined : kinds[kind]?.(value, place, faults);
  };

/** What a whole value was read as, or every sentence about what is wrong with it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly string[] };

export const readWhole = <T>(read: Read<T>, value: unknown): Outcome<T> => {
  const faults: string[] = [];
  const result = read(value, '', faults);
  return result === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: result };
};

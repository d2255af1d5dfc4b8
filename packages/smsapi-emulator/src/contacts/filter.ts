/**
 * Values of a list's filters (dossier 7.4): one, several joined with commas as the JavaScript client sends them, or an
 * array. An operator keeps its own commas: `between(2022-06-24, 2022-06-25)`.
 */
export const filterValues = (value: unknown): readonly string[] => {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts
    .flatMap((text) => (typeof text === 'string' || typeof text === 'number' ? String(text).split(/,(?![^(]*\))/) : []))
    .map((text) => text.trim())
    .filter((text) => text !== '');
};

export type Test = (value: string | undefined) => boolean;

const OPERATION = /^(\w+)\((.*)\)$/s;

const isLike =
  (wanted: string): Test =>
  (value) =>
    value?.toLowerCase().includes(wanted.toLowerCase()) === true;

const isEqual =
  (wanted: string): Test =>
  (value) =>
    value?.toLowerCase() === wanted.toLowerCase();

const isExactly =
  (wanted: string): Test =>
  (value) =>
    value === wanted;

const anyOf =
  (tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));

const textTest = (plain: (wanted: string) => Test, given: string): Test => {
  const [, operator, argument = ''] = OPERATION.exec(given) ?? [];
  if (operator === 'eq') return isExactly(argument);
  return operator === 'eqi' ? isEqual(argument) : plain(given);
};

/** A group's name: any that holds the text, unless `eq(…)` or `eqi(…)` says otherwise (contacts specification, A). */
export const likeAny = (values: readonly string[]): Test => anyOf(values.map((given) => textTest(isLike, given)));

/** A contact's field: equal whatever the case of letters; the same two operators are understood (E). */
export const equalsAny = (values: readonly string[]): Test => anyOf(values.map((given) => textTest(isEqual, given)));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** ISO days are in order as texts. */
const dayTest = (given: string): Test | null => {
  const [, operator = 'eq', inside = given] = OPERATION.exec(given) ?? [];
  const [first = '', last, ...rest] = inside.split(',').map((day) => day.trim());
  if (!isDay(first) || rest.length > 0 || (last !== undefined) !== (operator === 'between')) return null;
  switch (operator) {
    case 'eq':
      return (day) => day === first;
    case 'lt':
      return (day) => day !== undefined && day < first;
    case 'lte':
      return (day) => day !== undefined && day <= first;
    case 'gt':
      return (day) => day !== undefined && day > first;
    case 'gte':
      return (day) => day !== undefined && day >= first;
    case 'between':
      return last !== undefined && isDay(last) ? (day) => day !== undefined && day >= first && day <= last : null;
    default:
      return null;
  }
};

/** `2022-06-24`, `lt(…)`, `lte(…)`, `gt(…)`, `gte(…)` or `between(…, …)`; any of them is enough. Null: not understood. */
export const onAnyDay = (values: readonly string[]): Test | null => {
  const tests = values.map(dayTest);
  const known = tests.filter((test) => test !== null);
  return known.length === tests.length ? anyOf(known) : null;
};

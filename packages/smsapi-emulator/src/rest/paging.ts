import { integerOf, textOf, type Fields } from '../http/fields.ts';
import { collection, fieldFault, invalidFields, page, type Reply } from '../http/reply.ts';

const faultsOf = (fields: Fields) =>
  ['offset', 'limit'].flatMap((name) =>
    Number.isNaN(integerOf(fields, name)) ? [fieldFault(name, 'Not a whole number', textOf(fields, name))] : [],
  );

/** The page that `offset` and `limit` ask for, five entries unless said otherwise; `size` counts all of them. */
export const paged = <T>(fields: Fields, items: readonly T[], show: (item: T) => unknown): Reply => {
  const faults = faultsOf(fields);
  if (faults.length > 0) return invalidFields(faults);
  const shown = page(items, integerOf(fields, 'offset'), integerOf(fields, 'limit'));
  return collection(shown.map(show), items.length);
};

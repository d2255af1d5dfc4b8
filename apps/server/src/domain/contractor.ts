import { fold, sortKey } from './text-keys.ts';

/** What is known of a contractor. */
export interface ContractorFields {
  readonly code: string | null;
  readonly shortName: string | null;
  readonly name: string;
  readonly nip: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly groups: readonly string[];
}

/** The columns that follow from the others: the orders of the list and what search looks in. */
interface DerivedKeys {
  readonly nameKey: string;
  /** Null where there is no city: such rows come last. */
  readonly cityKey: string | null;
  readonly search: string;
}

export function derivedKeys(contractor: ContractorFields): DerivedKeys {
  const { code, shortName, name, nip, city, postalCode } = contractor;
  const searched = [name, shortName, code, nip, city, postalCode].filter((part) => part !== null && part !== '');
  return {
    nameKey: sortKey(name),
    cityKey: city === null || city === '' ? null : sortKey(city),
    search: fold(searched.join(' ')),
  };
}

import type { ContractorView } from '../contractor-query.ts';

/** What the form holds: text everywhere, empty where nothing is known. */
export interface ContractorValues {
  readonly code: string;
  readonly shortName: string;
  readonly name: string;
  readonly nip: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly groups: string[];
}

export const NO_VALUES: ContractorValues = {
  code: '',
  shortName: '',
  name: '',
  nip: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
  groups: [],
};

export function valuesOf(contractor: ContractorView): ContractorValues {
  const { name, groups, code, shortName, nip, street, postalCode, city, country } = contractor;
  return {
    name,
    groups: [...groups],
    code: code ?? '',
    shortName: shortName ?? '',
    nip: nip ?? '',
    street: street ?? '',
    postalCode: postalCode ?? '',
    city: city ?? '',
    country: country ?? '',
  };
}

/** The values as the API takes them: countries are written in capitals. */
export const bodyOf = (values: ContractorValues): ContractorValues => ({
  ...values,
  country: values.country.trim().toUpperCase(),
});

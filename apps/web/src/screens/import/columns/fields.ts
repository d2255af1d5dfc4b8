/** Without one of these nobody knows whom a row is about. */
const NAMING: ReadonlySet<string> = new Set(['name', 'shortName', 'lastName', 'contactName']);

export const namesContractors = (columns: readonly { readonly field: string }[]): boolean =>
  columns.some(({ field }) => NAMING.has(field));

/** What a column can be, in the order in which people look for it. */
export const FIELDS = [
  'code',
  'name',
  'shortName',
  'nip',
  'nipCountry',
  'mobile',
  'phone',
  'fax',
  'email',
  'street',
  'houseNumber',
  'flatNumber',
  'postalCode',
  'city',
  'country',
  'contactName',
  'firstName',
  'lastName',
  'role',
  'group',
  'smsConsent',
  'consentDate',
  'otherConsent',
  'ignore',
] as const;

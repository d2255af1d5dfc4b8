export const GENDERS = ['female', 'male', 'undefined'] as const;

export type Gender = (typeof GENDERS)[number];

/** What is known of a person as plain text; what was never given is absent, here and in replies. */
export const TEXT_FIELDS = [
  'phone_number',
  'email',
  'first_name',
  'last_name',
  'birthday_date',
  'description',
  'city',
  'country',
  'source',
  'idx',
] as const;

export type TextField = (typeof TEXT_FIELDS)[number];

/** One person in the directory (dossier 7.4). */
export interface Contact {
  readonly id: string;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  readonly gender: Gender;
  /** Values of the account's own fields, by the field's id; one of a field deleted since means nothing. */
  readonly custom: Readonly<Record<string, string>>;
  /** Id of a group → when the contact came into it; a group deleted since means nothing. */
  readonly groups: Readonly<Record<string, number>>;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface GroupPermission {
  readonly username: string;
  readonly read: boolean;
  readonly write: boolean;
  readonly send: boolean;
}

export interface ContactGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly idx: string | null;
  /** Days after which a contact is no longer of the group; null for never. */
  readonly contactExpireAfter: number | null;
  readonly createdBy: string;
  readonly permissions: readonly GroupPermission[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A field the account added to its contacts. */
export interface ContactField {
  readonly id: string;
  readonly name: string;
  /** In the letters it was sent in: clients write both `text` and `TEXT` and expect to read the same. */
  readonly type: string;
}

export type Gender = 'female' | 'male' | 'undefined';

/** One person in the directory (dossier 7.4). Texts that were never given are null. */
export interface Contact {
  readonly id: string;
  /** Digits with country code; null when the person is known by another mark, an e-mail address for instance. */
  readonly phoneNumber: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly gender: Gender;
  /** `YYYY-MM-DD` */
  readonly birthdayDate: string | null;
  readonly description: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly source: string | null;
  /** Values of the account's own fields, by the field's name. */
  readonly custom: Readonly<Record<string, string>>;
  /** Ids of groups; one of a group deleted since means nothing. */
  readonly groups: readonly string[];
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
  /** Days after which a contact leaves the group; null for never. */
  readonly contactExpireAfter: number | null;
  readonly createdBy: string;
  readonly permissions: readonly GroupPermission[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export const FIELD_TYPES = ['text', 'date', 'email', 'phone_number', 'number'] as const;

/** A field the account added to its contacts. */
export interface ContactField {
  readonly id: string;
  readonly name: string;
  readonly type: (typeof FIELD_TYPES)[number];
}

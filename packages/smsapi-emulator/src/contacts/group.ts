import type { ContactGroup } from './shapes.ts';

/** What the account says of a group; the rest is the gateway's. */
export type GroupDetails = Pick<ContactGroup, 'name' | 'description' | 'idx' | 'contactExpireAfter'>;

/** A group of which nothing but the name is known. */
export const detailsOf = (name: string): GroupDetails => ({
  name,
  description: null,
  idx: null,
  contactExpireAfter: null,
});

/** A new group belongs to its creator, who may do everything with it. */
export const makeGroup = (id: string, details: GroupDetails, owner: string, now: number): ContactGroup => ({
  id,
  ...details,
  createdBy: owner,
  permissions: [{ username: owner, read: true, write: true, send: true }],
  createdAt: now,
  updatedAt: now,
});

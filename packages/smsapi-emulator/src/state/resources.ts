import type { Contact, ContactField, ContactGroup } from '../contacts/shapes.ts';
import type { Lookup } from '../hlr/lookup.ts';
import type { LinkClick, LinkCode, ShortLink } from '../links/shapes.ts';
import type { MfaCode } from '../mfa/codes.ts';
import type { Notice } from '../reports/notices.ts';
import type { SmsTemplate, Subuser } from '../rest/shapes.ts';

/**
 * REST resources and the shape of their entries: what is created, changed and deleted by id. Every shape has an `id`
 * and is plain JSON, for the journal keeps it as it is. A new kind is a line here and one in `emptyResources`.
 */
export interface ResourceShapes {
  readonly contacts: Contact;
  /** Contacts thrown away that may still be restored. */
  readonly contactTrash: Contact;
  readonly contactGroups: ContactGroup;
  readonly contactFields: ContactField;
  readonly templates: SmsTemplate;
  readonly subusers: Subuser;
  readonly mfaCodes: MfaCode;
  readonly lookups: Lookup;
  readonly shortLinks: ShortLink;
  readonly linkCodes: LinkCode;
  readonly clicks: LinkClick;
  readonly notices: Notice;
}

export type ResourceKind = keyof ResourceShapes;

/** Entries by id, oldest first; a changed entry keeps its place. */
export type Resources = { readonly [Kind in ResourceKind]: Map<string, ResourceShapes[Kind]> };

/** Entries as they are from now on, new or changed. Made by `kept` alone, which ties the shape to the kind. */
export interface Kept<Kind extends ResourceKind = ResourceKind> {
  readonly type: 'kept';
  readonly kind: Kind;
  readonly entries: readonly ResourceShapes[Kind][];
  /** Of the newest id handed out. */
  readonly sequence: number;
}

export interface Dropped {
  readonly type: 'dropped';
  readonly kind: ResourceKind;
  readonly ids: readonly string[];
}

export const emptyResources = (): Resources => ({
  contacts: new Map(),
  contactTrash: new Map(),
  contactGroups: new Map(),
  contactFields: new Map(),
  templates: new Map(),
  subusers: new Map(),
  mfaCodes: new Map(),
  lookups: new Map(),
  shortLinks: new Map(),
  linkCodes: new Map(),
  clicks: new Map(),
  notices: new Map(),
});

export const kept = <Kind extends ResourceKind>(
  kind: Kind,
  entries: readonly ResourceShapes[Kind][],
  sequence: number,
): Kept<Kind> => ({ type: 'kept', kind, entries, sequence });

/** Above `limit` entries of a kind the oldest are forgotten. */
export const keepEntries = <Kind extends ResourceKind>(
  resources: Resources,
  { kind, entries }: Kept<Kind>,
  limit: number,
): void => {
  const map: Map<string, ResourceShapes[Kind]> = resources[kind];
  for (const entry of entries) map.set(entry.id, entry);
  for (const id of map.keys()) {
    if (map.size <= limit) return;
    map.delete(id);
  }
};

export const dropEntries = (resources: Resources, { kind, ids }: Dropped): void => {
  for (const id of ids) resources[kind].delete(id);
};

export const clearResources = (resources: Resources): void => {
  for (const map of Object.values(resources)) map.clear();
};

const NONE = emptyResources();
const isKind = (name: string): name is ResourceKind => Object.hasOwn(NONE, name);
const KINDS = Object.keys(NONE).filter(isKind);
const ENTRIES_PER_LINE = 1_000;

const linesOf = <Kind extends ResourceKind>(resources: Resources, kind: Kind, sequence: number): Kept<Kind>[] => {
  const entries = [...resources[kind].values()];
  return Array.from({ length: Math.ceil(entries.length / ENTRIES_PER_LINE) }, (_, nth) =>
    kept(kind, entries.slice(nth * ENTRIES_PER_LINE, (nth + 1) * ENTRIES_PER_LINE), sequence),
  );
};

/** The events that lead from no resources to these. */
export const resourceEvents = (resources: Resources, sequence: number): readonly Kept[] =>
  KINDS.flatMap((kind) => linesOf(resources, kind, sequence));

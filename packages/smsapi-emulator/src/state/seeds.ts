import { detailsOf, makeGroup } from '../contacts/group.ts';
import type { Contact, ContactGroup } from '../contacts/shapes.ts';
import { resourceId } from '../ids.ts';
import type { SmsTemplate } from '../rest/shapes.ts';
import { normalizeNumber } from '../send/recipients.ts';
import { kept, type Kept, type ResourceKind } from './resources.ts';
import type { Store } from './store.ts';

/** What the caller's account has from the start. */
export interface Seeds {
  /** Numbers by name of a group; each number becomes a contact. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Texts by name. */
  readonly templates?: Readonly<Record<string, Pick<SmsTemplate, 'text' | 'normalize'>>>;
}

const byName = <T extends { readonly name: string }>(entries: Iterable<T>): Map<string, T> =>
  new Map([...entries].map((entry) => [entry.name, entry]));

/**
 * The events that give an account its first groups and templates. Those it has already are added to, not made twice:
 * a resumed folder is asked again at every start.
 */
export const seedEvents = (
  { account, resources, sequence: before }: Readonly<Store>,
  { groups = {}, templates = {} }: Seeds,
  context: { readonly seed: number; readonly now: number },
): readonly Kept[] => {
  const { seed, now } = context;
  let sequence = before;
  const newId = (kind: ResourceKind): string => resourceId(kind, seed, (sequence += 1));

  const knownGroups = byName(resources.contactGroups.values());
  const newGroups: ContactGroup[] = [];
  const people = new Map([...resources.contacts.values()].map((contact) => [contact.texts.phone_number, contact]));
  const changed = new Map<string, Contact>();
  const personOf = (number: string): Contact =>
    people.get(number) ?? {
      id: newId('contacts'),
      texts: { phone_number: number },
      gender: 'undefined',
      custom: {},
      groups: {},
      createdAt: now,
      updatedAt: now,
    };

  for (const [name, numbers] of Object.entries(groups)) {
    const known = knownGroups.get(name);
    const group = known ?? makeGroup(newId('contactGroups'), detailsOf(name), account.username, now);
    if (known === undefined) newGroups.push(group);
    for (const given of numbers) {
      const number = normalizeNumber(given, true) ?? given;
      const person = personOf(number);
      if (Object.hasOwn(person.groups, group.id)) continue;
      const member = { ...person, groups: { ...person.groups, [group.id]: now } };
      people.set(number, member);
      changed.set(member.id, member);
    }
  }

  const knownTemplates = byName(resources.templates.values());
  const newTemplates = Object.entries(templates).flatMap(([name, { text, normalize }]): SmsTemplate[] => {
    const known = knownTemplates.get(name);
    const isSame = known?.text === text && known.normalize === normalize;
    return isSame ? [] : [{ id: known?.id ?? newId('templates'), name, text, normalize }];
  });

  const events: readonly Kept[] = [
    kept('contactGroups', newGroups, sequence),
    kept('contacts', [...changed.values()], sequence),
    kept('templates', newTemplates, sequence),
  ];
  return events.filter(({ entries }) => entries.length > 0);
};

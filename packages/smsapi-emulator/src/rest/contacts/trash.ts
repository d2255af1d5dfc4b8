import type { Handler } from '../../http/call.ts';
import { empty } from '../../http/reply.ts';
import { kept } from '../../state/resources.ts';
import { drop } from '../resource.ts';

/** Contacts thrown away (dossier 7.4): counted, brought back, or gone for good. */

export const countTrash: Handler = ({ store }) => ({
  ...empty(204),
  headers: { 'X-Result-Count': String(store.resources.contactTrash.size) },
});

/** A contact whose number or address was given to another one meanwhile stays in the trash (E). */
export const restoreTrash: Handler = async (core) => {
  const { contacts, contactTrash } = core.store.resources;
  if (contactTrash.size === 0) return empty(204);
  const marks = new Set([...contacts.values()].flatMap(({ texts }) => [texts.phone_number, texts.email]));
  const back = [...contactTrash.values()].filter(({ texts }) => {
    const own = [texts.phone_number, texts.email].filter((mark) => mark !== undefined);
    const isFree = !own.some((mark) => marks.has(mark));
    for (const mark of isFree ? own : []) marks.add(mark);
    return isFree;
  });
  const ids = back.map(({ id }) => id);
  await core.record(kept('contacts', back, core.store.sequence), { type: 'dropped', kind: 'contactTrash', ids });
  return empty(202);
};

export const emptyTrash: Handler = async (core) => {
  const ids = [...core.store.resources.contactTrash.keys()];
  if (ids.length === 0) return empty(204);
  await drop(core, 'contactTrash', ids);
  return empty(202);
};

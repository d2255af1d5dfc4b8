import type { Core } from '../core.ts';
import type { Call, Handler } from '../http/call.ts';
import { filledText } from '../http/fields.ts';
import { collection, empty, invalidFields, json, notFound, problem, type Reply } from '../http/reply.ts';
import { showPoints } from '../points.ts';
import { drop, keep, newId } from './resource.ts';
import type { Share, Subuser } from './shapes.ts';
import { readShare, readSubuser } from './subuser-input.ts';

/** Users under the main account (dossier 7.5). They are kept and shown; there is only one token here. */

const show = (core: Core, { id, username, active, description, points }: Subuser) => {
  const as = core.settings().switches.points;
  return {
    id,
    username,
    active,
    description,
    points: { from_account: showPoints(points.fromAccount, as), per_month: showPoints(points.perMonth, as) },
  };
};

const all = ({ store }: Core): readonly Subuser[] => [...store.resources.subusers.values()];

/** `q` is a part of the name, in any case of letters. */
export const listSubusers: Handler = (core, { fields }) => {
  const wanted = filledText(fields, 'q')?.toLowerCase() ?? '';
  const found = all(core).filter(({ username }) => username.toLowerCase().includes(wanted));
  return collection(found.map((subuser) => show(core, subuser)));
};

/** Runs the handler on the subuser named in the path, or answers 404. */
const withSubuser =
  (handler: (core: Core, call: Call, subuser: Subuser) => Reply | Promise<Reply>): Handler =>
  (core, call) => {
    const subuser = core.store.resources.subusers.get(call.params['id'] ?? '');
    return subuser === undefined ? notFound() : handler(core, call, subuser);
  };

const NOTHING: Share = { access: 'none', selected: null };

export const createSubuser: Handler = async (core, { fields }) => {
  const read = readSubuser(fields, null);
  if (!read.ok) return invalidFields(read.faults);
  const { username } = read.value;
  if (username === core.store.account.username || all(core).some((other) => other.username === username)) {
    return problem(409, 'subuser_conflict', 'Username already exists');
  }
  const { id, sequence } = newId(core, 'subusers');
  const subuser: Subuser = { id, ...read.value, shares: { sendernames: NOTHING, templates: NOTHING } };
  await keep(core, 'subusers', [subuser], sequence);
  return json(201, show(core, subuser));
};

export const getSubuser: Handler = withSubuser((core, _, subuser) => json(200, show(core, subuser)));

export const updateSubuser: Handler = withSubuser(async (core, { fields }, subuser) => {
  const read = readSubuser(fields, subuser);
  if (!read.ok) return invalidFields(read.faults);
  const changed: Subuser = { ...subuser, ...read.value };
  await keep(core, 'subusers', [changed]);
  return json(200, show(core, changed));
});

export const deleteSubuser: Handler = withSubuser(async (core, _, subuser) => {
  await drop(core, 'subusers', [subuser.id]);
  return empty(204);
});

/** Name of each share, and of the list in it. */
const LISTS = { sendernames: 'senders', templates: 'templates' } as const;

type ShareName = keyof typeof LISTS;

const showShare = ({ shares }: Subuser, name: ShareName) => ({
  access: shares[name].access,
  [LISTS[name]]: shares[name].selected,
});

/** Both at once, as the vendor's Go client asks for them (B). */
export const getShares: Handler = withSubuser((_, __, subuser) =>
  json(200, { sendernames: showShare(subuser, 'sendernames'), templates: showShare(subuser, 'templates') }),
);

export const getShare = (name: ShareName): Handler =>
  withSubuser((_, __, subuser) => json(200, showShare(subuser, name)));

export const putShare = (name: ShareName): Handler =>
  withSubuser(async (core, { fields }, subuser) => {
    const read = readShare(fields, LISTS[name]);
    if (!read.ok) return invalidFields(read.faults);
    const changed: Subuser = { ...subuser, shares: { ...subuser.shares, [name]: read.value } };
    await keep(core, 'subusers', [changed]);
    // The Go client reads a body after sharing templates, and none after sharing sender names (B).
    return name === 'templates' ? json(200, showShare(changed, name)) : empty(204);
  });

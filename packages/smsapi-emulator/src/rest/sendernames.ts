import type { Sender } from '../account.ts';
import { showMoment } from '../contacts/show.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { textOf } from '../http/fields.ts';
import { collection, empty, json, notFound, problem } from '../http/reply.ts';

/** Up to 11 characters of the allowed ones, or a number of 8 to 16 digits (OAS pattern, dossier 7.2). */
const NAME = /^(?:\d{8,16}|[\w.\-&@ %+!]{1,11})$/;

export const isSenderName = (name: string): boolean => NAME.test(name);

const show = ({ sender, isDefault, status, createdAt }: Sender): Readonly<Record<string, unknown>> => ({
  sender,
  is_default: isDefault,
  status,
  created_at: showMoment(createdAt),
});

const find = ({ store }: Core, name: string | undefined): Sender | undefined =>
  store.account.senders.find((sender) => sender.sender === name);

export const listSenders: Handler = ({ store }) => collection(store.account.senders.map(show));

export const getSender: Handler = (core, { params }) => {
  const sender = find(core, params['sender']);
  return sender === undefined ? notFound() : json(200, show(sender));
};

/** A name is checked by people first; the switch `newSenders` decides as what it starts. */
export const createSender: Handler = async (core, { fields }) => {
  const name = textOf(fields, 'sender') ?? '';
  if (!isSenderName(name)) return problem(400, 'invalid_sender', 'Invalid sender name');
  if (find(core, name) !== undefined) return problem(409, 'sender_already_exists', 'Sender name already exists');
  const status = core.settings().switches.newSenders;
  const sender: Sender = { sender: name, isDefault: false, status, createdAt: core.clock.now() };
  await core.record({ type: 'account', patch: { senders: [...core.store.account.senders, sender] } });
  return json(201, show(sender));
};

/** What an applicant for a name declares; `sections` is for accounts with the longer form, which this one has not (A). */
export const getStatement: Handler = () =>
  json(200, {
    content: 'Oświadczam, że mam prawo posługiwać się tą nazwą nadawcy i nie wprowadzam nią nikogo w błąd.',
    sections: [],
  });

export const deleteSender: Handler = async (core, { params }) => {
  const sender = find(core, params['sender']);
  if (sender === undefined) return notFound();
  const senders = core.store.account.senders.filter((other) => other !== sender);
  await core.record({ type: 'account', patch: { senders } });
  return empty(204);
};

export const makeDefaultSender: Handler = async (core, { params }) => {
  const sender = find(core, params['sender']);
  if (sender === undefined) return notFound();
  if (sender.status !== 'ACTIVE') return problem(400, 'sender_not_active', 'Sender name is not active');
  const senders = core.store.account.senders.map((other) => ({ ...other, isDefault: other === sender }));
  await core.record({ type: 'account', patch: { senders } });
  return empty(204);
};

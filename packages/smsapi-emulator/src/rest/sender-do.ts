import type { Sender } from '../account.ts';
import type { Core } from '../core.ts';
import { refuse, type ErrorCode, type Refusal } from '../errors.ts';
import type { Call, Handler } from '../http/call.ts';
import { filledText, flagOf } from '../http/fields.ts';
import { json, text, type Reply } from '../http/reply.ts';
import { codeReply, refusalReply } from '../send/reply.ts';
import { isSenderName } from './sendernames.ts';

/** What an action leaves behind, or why it is refused. */
type Outcome = { readonly senders: readonly Sender[] } | { readonly refusal: Refusal };
type Action = (senders: readonly Sender[], name: string, fresh: Sender) => Outcome;

const no = (code: ErrorCode): Outcome => ({ refusal: refuse(code) });

const isNamed =
  (name: string) =>
  (sender: Sender): boolean =>
    sender.sender === name;

/** Legacy actions on sender names, each named by the parameter that carries the name (dossier 7.2, codes of section 6). */
const ACTIONS: Readonly<Record<'add' | 'delete' | 'default', Action>> = {
  add(senders, name, fresh) {
    if (!isSenderName(name)) return no(2112);
    return senders.some(isNamed(name)) ? no(2115) : { senders: [...senders, fresh] };
  },
  delete(senders, name) {
    const left = senders.filter((sender) => sender.sender !== name);
    return left.length === senders.length ? no(2031) : { senders: left };
  },
  default(senders, name) {
    const found = senders.find(isNamed(name));
    if (found === undefined) return no(2031);
    if (found.status !== 'ACTIVE') return no(2061);
    if (found.isDefault) return no(2062);
    return { senders: senders.map((sender) => ({ ...sender, isDefault: sender === found })) };
  },
};

const show = ({ sender, status, isDefault }: Sender): Readonly<Record<string, unknown>> => ({
  sender,
  status,
  default: isDefault,
});

const asLine = ({ sender, status, isDefault }: Sender): string => `${sender}:${status}:${isDefault ? 1 : 0}`;

const change = async (core: Core, call: Call, action: Action, name: string): Promise<Reply> => {
  const status = core.settings().switches.newSenders;
  const fresh: Sender = { sender: name, isDefault: false, status, createdAt: core.clock.now() };
  const outcome = action(core.store.account.senders, name, fresh);
  if ('refusal' in outcome) return refusalReply(outcome.refusal, call.asJson);
  await core.record({ type: 'account', patch: outcome });
  return call.asJson ? json(200, { count: 1 }) : text(200, 'OK:1');
};

const tellStatus = ({ store }: Core, { asJson }: Call, name: string): Reply => {
  const found = store.account.senders.find(isNamed(name));
  if (found === undefined) return codeReply(2031, asJson);
  return asJson ? json(200, show(found)) : text(200, asLine(found));
};

const list = ({ store }: Core, { asJson }: Call): Reply =>
  asJson ? json(200, store.account.senders.map(show)) : text(200, store.account.senders.map(asLine).join(';'));

/** `sender.do`: `add=`, `delete=`, `default=` and `status=` a name, or `list=1` (PY, dossier 7.2). */
export const senderDo: Handler = (core, call) => {
  for (const [name, action] of Object.entries(ACTIONS)) {
    const sender = filledText(call.fields, name);
    if (sender !== null) return change(core, call, action, sender);
  }
  const asked = filledText(call.fields, 'status');
  if (asked !== null) return tellStatus(core, call, asked);
  return flagOf(call.fields, 'list') ? list(core, call) : codeReply(1001, call.asJson);
};

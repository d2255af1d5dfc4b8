import type { Contact, ContactGroup } from '../../contacts/shapes.ts';
import type { Core } from '../../core.ts';
import type { Call, Handler } from '../../http/call.ts';
import { problem, type Reply } from '../../http/reply.ts';

/** Tag and sentence are those of the vendor's live tests (PHP client); the group's tag is a guess after the contact's. */
export const contactNotFound = (): Reply => problem(404, 'contact_not_found', 'Cannot find contact');
export const groupNotFound = (): Reply => problem(404, 'group_not_found', 'Group not found');

type On<T> = (core: Core, call: Call, found: T) => Reply | Promise<Reply>;

/** Runs the handler on the contact named by `:id` in the path, or answers 404. */
export const withContact =
  (handler: On<Contact>): Handler =>
  (core, call) => {
    const contact = core.store.resources.contacts.get(call.params['id'] ?? '');
    return contact === undefined ? contactNotFound() : handler(core, call, contact);
  };

/** Runs the handler on the group named by `:group` in the path, or answers 404. */
export const withGroup =
  (handler: On<ContactGroup>): Handler =>
  (core, call) => {
    const group = core.store.resources.contactGroups.get(call.params['group'] ?? '');
    return group === undefined ? groupNotFound() : handler(core, call, group);
  };

export const withBoth = (handler: On<{ readonly contact: Contact; readonly group: ContactGroup }>): Handler =>
  withContact((core, call, contact) =>
    withGroup((_, __, group) => handler(core, call, { contact, group }))(core, call),
  );

/** The gateway wants forms here (GO changelog: 415 otherwise), yet the JavaScript client sends JSON: a switch decides. */
export const formWanted =
  (handler: Handler): Handler =>
  (core, call) =>
    !core.settings().switches.contactsJson && call.bytes.length > 0 && /json/i.test(call.contentType)
      ? problem(415, 'unsupported_media_type', 'Unsupported media type, a form is expected')
      : handler(core, call);

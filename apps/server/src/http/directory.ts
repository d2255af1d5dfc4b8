import { nameActors } from '../db/actor-names.ts';
import { listConsentEvents } from '../db/consent-events.ts';
import { findContact, listContacts } from '../db/contacts.ts';
import {
  countContractors,
  findContractor,
  listContractorIdsAt,
  listContractors,
  listContractorsAt,
  listGroups,
  type ContractorRow,
} from '../db/contractors.ts';
import { listSuppressions } from '../db/suppressions.ts';
import { nipFaultOf } from '../domain/nip-fault.ts';
import { done, refuse } from '../domain/refusal.ts';
import { checkPhone } from '../usecases/check-phone.ts';
import { recordConsent } from '../usecases/record-consent.ts';
import { createContact, deleteContact, updateContact } from '../usecases/save-contact.ts';
import { createContractor, deleteContractor, updateContractor } from '../usecases/save-contractor.ts';
import { allowNumber, suppressNumber } from '../usecases/suppress-number.ts';
import { cursorKey, withoutCursor } from './cursor-key.ts';
import { consentEventView, contactView, contractorView, suppressionView } from './directory-view.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import type { Exchange, Handlers } from './mount.ts';
import { pageOf } from './page.ts';
import { accept } from './problem.ts';

type DirectoryHandlers = Pick<
  Handlers,
  | 'listContractors'
  | 'listContractorIds'
  | 'createContractor'
  | 'getContractor'
  | 'updateContractor'
  | 'deleteContractor'
  | 'checkPhone'
  | 'checkNip'
  | 'listGroups'
  | 'createContact'
  | 'updateContact'
  | 'deleteContact'
  | 'listConsentEvents'
  | 'recordConsent'
  | 'listSuppressions'
  | 'addSuppression'
  | 'removeSuppression'
>;

export function directoryHandlers(deps: HttpDeps): DirectoryHandlers {
  const by = ({ request }: Exchange, companyId: string) => ({
    companyId: companyOf(request, companyId),
    actor: identityOf(request).actor,
  });
  const namesOf = (events: readonly { readonly recordedBy: string }[]) =>
    nameActors(
      deps.db,
      events.map(({ recordedBy }) => recordedBy),
    );
  const views = async (companyId: number, rows: readonly ContractorRow[]) => {
    const contacts = Map.groupBy(
      await listContacts(
        deps.db,
        companyId,
        rows.map(({ id }) => id),
      ),
      ({ contractorId }) => contractorId,
    );
    return rows.map((row) => contractorView(row, contacts.get(row.id) ?? []));
  };
  const contractor = async (companyId: number, contractorId: number) => {
    const row = await findContractor(deps.db, companyId, contractorId);
    const [view] = row ? await views(companyId, [row]) : [];
    return accept(view ? done(view) : refuse('not_found'));
  };
  const contact = async (companyId: number, contactId: number) => {
    const row = await findContact(deps.db, companyId, contactId);
    return accept(row ? done(row) : refuse('not_found'));
  };

  return {
    listContractors: async ({ params, query }, exchange) => {
      const { companyId } = by(exchange, params.companyId);
      const { cursor, limit, offset, sort, direction, ...filter } = query;
      if (offset !== undefined || sort !== 'name' || direction !== 'asc') {
        withoutCursor(cursor);
        const wanted = { companyId, filter, limit, offset: offset ?? 0, order: { by: sort, direction } };
        const { rows, total } = await listContractorsAt(deps.db, deps.lists, wanted);
        return { items: await views(companyId, rows), nextCursor: null, total };
      }
      const after = cursorKey(cursor, ['string', 'number'], null);
      const rows = await listContractors(deps.db, { companyId, filter, after, limit: limit + 1 });
      const page = pageOf(
        rows,
        limit,
        (row) => row,
        (row) => [row.nameKey, row.id],
      );
      const total = after === null ? await countContractors(deps.db, companyId, filter) : null;
      return { items: await views(companyId, page.items), nextCursor: page.nextCursor, total };
    },
    listContractorIds: async ({ params, query }, exchange) => {
      const { companyId } = by(exchange, params.companyId);
      const { limit, offset, sort, direction, ...filter } = query;
      const stretch = { companyId, filter, limit, offset, order: { by: sort, direction } };
      const { ids, total } = await listContractorIdsAt(deps.db, deps.lists, stretch);
      return { items: ids.map(String), total };
    },
    createContractor: async ({ params, body }, exchange) => {
      const actor = by(exchange, params.companyId);
      const { contacts = [], ...given } = body;
      const fields = { ...blank, ...given, groups: given.groups ?? [] };
      return contractor(
        actor.companyId,
        accept(await createContractor(deps, { ...actor, fields: nulled(fields), contacts })),
      );
    },
    getContractor: async ({ params }, exchange) =>
      contractor(by(exchange, params.companyId).companyId, Number(params.contractorId)),
    updateContractor: async ({ params, body }, exchange) => {
      const actor = by(exchange, params.companyId);
      const contractorId = Number(params.contractorId);
      accept(await updateContractor(deps, { ...actor, contractorId, change: nulled(body) }));
      return contractor(actor.companyId, contractorId);
    },
    deleteContractor: async ({ params }, exchange) => {
      accept(
        await deleteContractor(deps, { ...by(exchange, params.companyId), contractorId: Number(params.contractorId) }),
      );
      return undefined;
    },
    checkPhone: async ({ body }) => {
      const { phone, kind, fault, notice } = checkPhone(body.phone);
      return { phone, kind, fault, notice };
    },
    checkNip: async ({ body }) => ({ fault: nipFaultOf(body.nip) }),
    listGroups: async ({ params }, exchange) => ({
      items: await listGroups(deps.db, by(exchange, params.companyId).companyId),
    }),
    createContact: async ({ params, body }, exchange) => {
      const actor = by(exchange, params.companyId);
      const id = accept(
        await createContact(deps, { ...actor, contractorId: Number(params.contractorId), contact: body }),
      );
      return contactView(await contact(actor.companyId, id));
    },
    updateContact: async ({ params, body }, exchange) => {
      const actor = by(exchange, params.companyId);
      const contactId = Number(params.contactId);
      accept(await updateContact(deps, { ...actor, contactId, contact: body }));
      return contactView(await contact(actor.companyId, contactId));
    },
    deleteContact: async ({ params }, exchange) => {
      accept(await deleteContact(deps, { ...by(exchange, params.companyId), contactId: Number(params.contactId) }));
      return undefined;
    },
    listConsentEvents: async ({ params }, exchange) => {
      const { companyId } = by(exchange, params.companyId);
      const { phone } = await contact(companyId, Number(params.contactId));
      const events = phone === null ? [] : await listConsentEvents(deps.db, companyId, phone);
      const names = await namesOf(events);
      return { items: events.map((event) => consentEventView(event, names)) };
    },
    recordConsent: async ({ params, body }, exchange) => {
      const { effectiveAt, source = null, ...event } = body;
      const input = { ...by(exchange, params.companyId), contactId: Number(params.contactId), ...event, source };
      const recorded = accept(
        await recordConsent(deps, {
          ...input,
          effectiveAt: effectiveAt === undefined ? null : new Date(effectiveAt),
        }),
      );
      return consentEventView(recorded, await namesOf([recorded]));
    },
    listSuppressions: async ({ params, query }, exchange) => {
      const { companyId } = by(exchange, params.companyId);
      const [after] = cursorKey(query.cursor, ['number'], [0] as const);
      const wanted = { companyId, after, limit: query.limit + 1, phone: query.phone };
      const rows = await listSuppressions(deps.db, wanted);
      return pageOf(rows, query.limit, suppressionView, ({ id }) => [id]);
    },
    addSuppression: async ({ params, body }, exchange) =>
      suppressionView(accept(await suppressNumber(deps, { ...by(exchange, params.companyId), ...body }))),
    removeSuppression: async ({ params }, exchange) => {
      accept(
        await allowNumber(deps, { ...by(exchange, params.companyId), suppressionId: Number(params.suppressionId) }),
      );
      return undefined;
    },
  };
}

const blank = { code: null, shortName: null, nip: null, street: null, postalCode: null, city: null, country: null };

type Nulled<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> : T[K] };

/** Only what was given, with empty text as nothing. */
function nulled<T extends object>(fields: T): Nulled<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- absent keys are dropped, which is what the type says
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value === '' ? null : value]),
  ) as Nulled<T>;
}

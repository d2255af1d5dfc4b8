import { findCompany, listCompanies, type CompanyRow } from '../db/companies.ts';
import { done, refuse } from '../domain/refusal.ts';
import type { ServiceView } from '../domain/service.ts';
import { checkEntitlement } from '../usecases/check-entitlement.ts';
import { createCompany } from '../usecases/create-company.ts';
import { switchService } from '../usecases/switch-service.ts';
import { updateCompany } from '../usecases/update-company.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf, identityOf } from './identity.ts';
import type { Handlers } from './mount.ts';
import { accept } from './problem.ts';

type CompanyHandlers = Pick<
  Handlers,
  'listCompanies' | 'createCompany' | 'getCompany' | 'updateCompany' | 'listServices' | 'switchService'
>;

export function companyHandlers(deps: HttpDeps): CompanyHandlers {
  const existing = async (companyId: number): Promise<CompanyRow> => {
    const company = await findCompany(deps.db, companyId);
    return accept(company ? done(company) : refuse('not_found'));
  };
  return {
    listCompanies: async (_input, { request }) => {
      const companies = await listCompanies(deps.db, identityOf(request).companies);
      return { items: companies.map(companyView) };
    },
    createCompany: async ({ body }, { request }) => {
      const { user, actor } = identityOf(request);
      const { name, nip = null } = body;
      return companyView(accept(await createCompany(deps, { name, nip, userId: user?.id ?? null, actor })));
    },
    getCompany: async ({ params }, { request }) => companyView(await existing(companyOf(request, params.companyId))),
    updateCompany: async ({ params, body }, { request }) => {
      const companyId = companyOf(request, params.companyId);
      const { name, nip = null } = body;
      return companyView(accept(await updateCompany(deps, { companyId, name, nip, actor: identityOf(request).actor })));
    },
    listServices: async ({ params }, { request }) => {
      const { id } = await existing(companyOf(request, params.companyId));
      return { items: [serviceShape((await checkEntitlement(deps, id)).service)] };
    },
    switchService: async ({ params, body }, { request }) => {
      const { id: companyId } = await existing(companyOf(request, params.companyId));
      const { actor } = identityOf(request);
      return serviceShape(await switchService(deps, { companyId, actor, enabled: body.enabled }));
    },
  };
}

const companyView = ({ id, name, nip, createdAt }: CompanyRow) => ({
  id: String(id),
  name,
  nip,
  createdAt: createdAt.toISOString(),
});

const serviceShape = ({ name, ...service }: ServiceView) => ({ ...service, name: { ...name } });

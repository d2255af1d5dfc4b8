import { z } from 'zod';
import { operations } from './operation.ts';
import { CompanyParams, Id, Reason, Time } from './scalars.ts';

export const Company = z
  .object({ id: Id, name: z.string(), nip: z.string().nullable(), createdAt: Time })
  .meta({ id: 'Company' });

export const NewCompany = z
  .object({ name: z.string().trim().min(1).max(200), nip: z.string().trim().max(20).nullish() })
  .meta({ id: 'NewCompany' });

/** design.md S5, domain-facts section 4. */
export const Service = z
  .object({
    code: z.literal('sms_smsapi'),
    name: z.object({ pl: z.string(), en: z.string() }),
    enabled: z.boolean(),
    state: z.enum(['active', 'grace', 'expired', 'unknown']),
    until: z.iso
      .date()
      .nullable()
      .meta({ description: 'Last day of use, included, Europe/Warsaw; a forecast while active' }),
    daysLeft: z.int().nullable(),
    usable: z.boolean(),
    notice: Reason.nullable().meta({ description: 'Banner to show' }),
  })
  .meta({ id: 'Service' });

export const companies = operations({
  listCompanies: {
    method: 'GET',
    path: '/companies',
    tag: 'companies',
    summary: 'List companies',
    response: z.object({ items: z.array(Company) }).meta({ id: 'CompanyList' }),
  },
  createCompany: {
    method: 'POST',
    path: '/companies',
    tag: 'companies',
    summary: 'Create a company',
    body: NewCompany,
    response: Company,
    status: 201,
  },
  getCompany: {
    method: 'GET',
    path: '/companies/{companyId}',
    tag: 'companies',
    summary: 'Get a company',
    params: CompanyParams,
    response: Company,
  },
  updateCompany: {
    method: 'PUT',
    path: '/companies/{companyId}',
    tag: 'companies',
    summary: 'Change name and tax number of a company',
    params: CompanyParams,
    body: NewCompany,
    response: Company,
  },
  listServices: {
    method: 'GET',
    path: '/companies/{companyId}/services',
    tag: 'companies',
    summary: 'Subscription services and their entitlement',
    params: CompanyParams,
    response: z.object({ items: z.array(Service) }).meta({ id: 'ServiceList' }),
  },
  switchService: {
    method: 'PUT',
    path: '/companies/{companyId}/services/{code}',
    tag: 'companies',
    summary: 'Switch a subscription service on or off',
    params: z.object({ companyId: Id, code: z.literal('sms_smsapi') }),
    body: z.object({ enabled: z.boolean() }),
    response: Service,
  },
});

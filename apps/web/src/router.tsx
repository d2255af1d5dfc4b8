import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { ProblemError } from '@goniec/contract/browser';
import { firstStepsQuery, sessionQuery } from './api/queries.ts';
import { queryClient } from './api/query-client.ts';
import { readBalanceSearch } from './screens/balance/balance-search.ts';
import { readCampaignsSearch } from './screens/campaigns/campaigns-search.ts';
import { readCampaignSearch } from './screens/campaign/campaign-search.ts';
import { readContractorsSearch } from './screens/contractors/contractors-search.ts';
import { readImportSearch } from './screens/import/import-search.ts';
import { readInboundSearch } from './screens/inbound/inbound-search.ts';
import { readPhonesSearch } from './screens/phones/phones-search.ts';
import { CompanyPlace } from './shell/company-place.tsx';
import { CrashPanel, MissingPage, MissingPanel } from './shell/crash-panel.tsx';
import { lazyScreen } from './shell/lazy-screen.tsx';
import { LoadingPanel } from './ui/state-panels.tsx';

/** Every address of the application. What stands in the address is the state of the screen: it can be sent to a colleague. */

const root = createRootRoute({ notFoundComponent: MissingPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/zaloguj',
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly token?: string } =>
    typeof search['token'] === 'string' ? { token: search['token'] } : {},
  component: lazyScreen(() => import('./screens/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: async () => {
    const { companies } = await signedIn();
    const [first] = companies;
    if (first === undefined) throw redirect({ to: '/pierwsze-kroki' });
    const params = { companyId: first.id };
    // A company that cannot send yet goes on where its setting up stopped; not knowing is no reason to stop anybody.
    const steps = await queryClient.fetchQuery(firstStepsQuery(first.id)).catch(() => null);
    throw steps === null || steps.done
      ? redirect({ to: '/firma/$companyId/kontrahenci', params })
      : redirect({ to: '/firma/$companyId/pierwsze-kroki', params });
  },
});

const newCompany = createRoute({
  getParentRoute: () => root,
  path: '/pierwsze-kroki',
  loader: signedIn,
  component: lazyScreen(() => import('./screens/first-steps/new-company-screen.tsx'), 'NewCompanyScreen'),
});

const company = createRoute({
  getParentRoute: () => root,
  path: '/firma/$companyId',
  loader: async ({ params: { companyId } }) => {
    const { companies } = await signedIn();
    // one that was made elsewhere since
    if (!companies.some(({ id }) => id === companyId)) await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  },
  component: CompanyPlace,
  notFoundComponent: MissingPanel,
});

const toFirstSteps = createRoute({
  getParentRoute: () => company,
  path: '/pierwsze-kroki',
  loader: async ({ params: { companyId } }) => {
    const view = await queryClient.fetchQuery({ ...firstStepsQuery(companyId), staleTime: 0 });
    const { slugToGoOn } = await import('./screens/first-steps/step-list.ts');
    const params = { companyId, krok: slugToGoOn(view) };
    throw redirect({ to: '/firma/$companyId/pierwsze-kroki/$krok', params, replace: true });
  },
});
const firstSteps = createRoute({
  getParentRoute: () => company,
  path: '/pierwsze-kroki/$krok',
  component: lazyScreen(() => import('./screens/first-steps/first-steps-screen.tsx'), 'FirstStepsScreen'),
});
const contractors = createRoute({
  getParentRoute: () => company,
  path: '/kontrahenci',
  validateSearch: readContractorsSearch,
  component: lazyScreen(() => import('./screens/contractors/contractors-screen.tsx'), 'ContractorsScreen'),
});
const imports = createRoute({
  getParentRoute: () => company,
  path: '/kontrahenci/import',
  validateSearch: readImportSearch,
  component: lazyScreen(() => import('./screens/import/import-screen.tsx'), 'ImportScreen'),
});
const campaigns = createRoute({
  getParentRoute: () => company,
  path: '/wysylki',
  validateSearch: readCampaignsSearch,
  component: lazyScreen(() => import('./screens/campaigns/campaigns-screen.tsx'), 'CampaignsScreen'),
});
const campaign = createRoute({
  getParentRoute: () => company,
  path: '/wysylki/$campaignId',
  validateSearch: readCampaignSearch,
  component: lazyScreen(() => import('./screens/campaign/campaign-screen.tsx'), 'CampaignScreen'),
});
const uncertain = createRoute({
  getParentRoute: () => company,
  path: '/niepewne',
  component: lazyScreen(() => import('./screens/uncertain/uncertain-screen.tsx'), 'UncertainScreen'),
});
const inbound = createRoute({
  getParentRoute: () => company,
  path: '/odpowiedzi',
  validateSearch: readInboundSearch,
  component: lazyScreen(() => import('./screens/inbound/inbound-screen.tsx'), 'InboundScreen'),
});
const balance = createRoute({
  getParentRoute: () => company,
  path: '/stan-konta',
  validateSearch: readBalanceSearch,
  component: lazyScreen(() => import('./screens/balance/balance-screen.tsx'), 'BalanceScreen'),
});
const gateway = createRoute({
  getParentRoute: () => company,
  path: '/konfiguracja/wysylka-sms',
  component: lazyScreen(() => import('./screens/settings/gateway-screen.tsx'), 'GatewayScreen'),
});
const services = createRoute({
  getParentRoute: () => company,
  path: '/konfiguracja/uslugi',
  component: lazyScreen(() => import('./screens/settings/services-screen.tsx'), 'ServicesScreen'),
});
const companySettings = createRoute({
  getParentRoute: () => company,
  path: '/konfiguracja/firma',
  component: lazyScreen(() => import('./screens/settings/company/company-screen.tsx'), 'CompanyScreen'),
});
const keys = createRoute({
  getParentRoute: () => company,
  path: '/konfiguracja/klucze',
  component: lazyScreen(() => import('./screens/settings/keys-screen.tsx'), 'KeysScreen'),
});
const phones = createRoute({
  getParentRoute: () => company,
  path: '/telefony',
  validateSearch: readPhonesSearch,
  component: lazyScreen(() => import('./screens/phones/phones-screen.tsx'), 'PhonesScreen'),
});

const screens = [
  toFirstSteps,
  firstSteps,
  contractors,
  imports,
  campaigns,
  campaign,
  uncertain,
  inbound,
  balance,
  gateway,
  services,
  companySettings,
  keys,
  phones,
] as const;

/** Who is signed in; whoever is not goes to the sign-in page. */
async function signedIn() {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) throw redirect({ to: '/zaloguj' });
    throw error;
  }
}

export const router = createRouter({
  routeTree: root.addChildren([home, signIn, newCompany, company.addChildren(screens)]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingComponent: LoadingPanel,
  defaultErrorComponent: CrashPanel,
  scrollRestoration: true,
});

/** Every screen that is not here yet, one after another: a connection that breaks later keeps nobody from going on. */
export async function preloadScreens(): Promise<void> {
  for (const { options } of Object.values(router.routesById)) await options.component?.preload?.();
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

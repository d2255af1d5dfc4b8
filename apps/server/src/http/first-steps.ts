import { readFirstSteps } from '../usecases/read-first-steps.ts';
import type { HttpDeps } from './http-deps.ts';
import { companyOf } from './identity.ts';
import type { Handlers } from './mount.ts';

export function firstStepHandlers(deps: HttpDeps): Pick<Handlers, 'getFirstSteps'> {
  return {
    getFirstSteps: async ({ params }, { request }) => {
      const { done, steps, emulator } = await readFirstSteps(deps, companyOf(request, params.companyId));
      return { done, steps: [...steps], emulator };
    },
  };
}

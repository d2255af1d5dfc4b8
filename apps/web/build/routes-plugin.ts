import { contract } from '@goniec/contract';
import type { Plugin } from 'vite';

const NAME = 'virtual:goniec-routes';

/** The contract's routes as plain data: the schemas stay on the server, the browser gets method and path. */
export function routesPlugin(): Plugin {
  const routes = Object.entries(contract).map(([id, operation]) => [
    id,
    {
      method: operation.method,
      path: operation.path,
      ...('upload' in operation ? { upload: operation.upload } : {}),
      ...('produces' in operation ? { produces: operation.produces } : {}),
    },
  ]);
  return {
    name: 'goniec-routes',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export const routes = ${JSON.stringify(Object.fromEntries(routes))}` : undefined,
  };
}

import { callers, type Client } from '@goniec/contract/browser';
import { routes } from 'virtual:goniec-routes';

/** Every operation of the public API, signed in by the session cookie. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the routes are those of the contract, by the build
export const api = callers(routes, {
  baseUrl: location.origin,
  headers: {},
  fetcher: (input, init) => fetch(input, init),
}) as unknown as Client;

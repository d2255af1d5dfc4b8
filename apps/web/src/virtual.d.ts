declare module 'virtual:goniec-routes' {
  import type { Route } from '@goniec/contract/browser';
  export const routes: Readonly<Record<string, Route>>;
}

import type { Route } from './call.ts';

export interface Match {
  readonly route: Route;
  /** Without the prefix and the slash at the end that some clients add. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** `other-method`: the path exists, but not for this method. */
export type Found = Match | 'other-method' | 'nothing';

export type Router = (method: string, path: string) => Found;

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const compile = (route: Route): Compiled => {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const source = route.path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '([^/]+)');
  return { route, names, pattern: new RegExp(`^${source}$`) };
};

const decodePart = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

const paramsOf = (compiled: Compiled, path: string): Readonly<Record<string, string>> | null => {
  const found = compiled.pattern.exec(path);
  if (found === null) return null;
  const values = found.slice(1).map(decodePart);
  return values.includes(null)
    ? null
    : Object.fromEntries(compiled.names.map((name, index) => [name, values[index] ?? '']));
};

/** Old documents put everything under `/api/`; both roads lead to the same endpoints. */
const tidyPath = (path: string): string => {
  const bare = path.startsWith('/api/') ? path.slice(4) : path;
  return bare.length > 1 && bare.endsWith('/') ? bare.slice(0, -1) : bare;
};

export const createRouter = (routes: readonly Route[]): Router => {
  const compiled = routes.map(compile);
  const fixed = new Map(
    routes.flatMap((route) => (route.path.includes(':') ? [] : [[`${route.method} ${route.path}`, route]])),
  );
  return (method, rawPath) => {
    const path = tidyPath(rawPath);
    const direct = fixed.get(`${method} ${path}`);
    if (direct !== undefined) return { route: direct, path, params: {} };
    let isKnown = false;
    for (const candidate of compiled) {
      const params = paramsOf(candidate, path);
      if (params === null) continue;
      if (candidate.route.method === method) return { route: candidate.route, path, params };
      isKnown = true;
    }
    return isKnown ? 'other-method' : 'nothing';
  };
};

import { describe, expect, it } from 'vitest';
import { isRecord } from '../http/fields.ts';
import { ROUTES } from '../routes.ts';
import { describeRoutes, OPERATIONS } from './document.ts';

const document = describeRoutes(ROUTES, '1.0.0');

const inside = (value: unknown): readonly unknown[] =>
  Array.isArray(value) || isRecord(value) ? Object.values(value).flatMap((item) => [item, ...inside(item)]) : [];

const records = inside(document).filter(isRecord);

describe('the OpenAPI document', () => {
  it('describes every route, and no other', () => {
    const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(OPERATIONS).toSorted()).toEqual(routes.toSorted());
  });

  it('names every operation differently', () => {
    const ids = records.flatMap(({ operationId }) => (typeof operationId === 'string' ? [operationId] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that is not there', () => {
    const schemas = isRecord(document['components']) ? document['components']['schemas'] : null;
    const names = isRecord(schemas) ? Object.keys(schemas) : [];
    const referred = records.flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref.split('/').at(-1)] : []));
    expect(new Set(referred)).toEqual(new Set(names.filter((name) => referred.includes(name))));
    expect(names.filter((name) => !referred.includes(name))).toEqual([]);
  });

  it('says how sure it is of each operation', () => {
    for (const [route, { confidence }] of Object.entries(OPERATIONS)) {
      expect(confidence, route).toMatch(
        route.includes('/_emulator') || route === 'GET /' ? /^-$/ : /^[A-E](?: [A-E])*$/,
      );
    }
  });
});

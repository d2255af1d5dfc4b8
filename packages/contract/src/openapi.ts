// oxlint-disable typescript/no-unsafe-type-assertion -- JSON Schema documents are plain JSON whose shape Zod does not type
import { z } from 'zod';
import type { Operation } from './operation.ts';
import { Problem } from './problem.ts';

type Json = Record<string, unknown>;

/**
 * OpenAPI 3.1 of a list of operations: a pure function, so that tests and the CLI need no server.
 * @example openapi(Object.values(contract), { title: 'Goniec', version: '0.1.0' })
 */
export function openapi(
  operations: Iterable<Operation>,
  info: { readonly title: string; readonly version: string; readonly description?: string },
): Json {
  const schemas: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  const convert = converter(schemas);
  const problem = {
    description: 'Problem (RFC 9457)',
    content: { 'application/problem+json': { schema: convert(Problem, 'output') } },
  };
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.tag],
      summary: operation.summary,
      ...(operation.description ? { description: operation.description } : {}),
      ...(operation.open ? { security: [] } : {}),
      parameters: [
        ...parameters(operation.params, 'path', convert),
        ...parameters(operation.query, 'query', convert),
        ...idempotency(operation),
      ],
      ...requestBody(operation, convert),
      responses: { [operation.status ?? 200]: success(operation, convert), '4XX': problem, '5XX': problem },
    };
  }
  return {
    openapi: '3.1.1',
    info,
    servers: [{ url: '/api/v1' }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer goniec_…`' },
        session: { type: 'apiKey', in: 'cookie', name: 'goniec_session' },
      },
    },
  };
}

type Convert = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** Turns Zod schemas into JSON Schema, moving every named one into `schemas` once. */
function converter(schemas: Record<string, Json>): Convert {
  const rewrite = (value: unknown): Json =>
    JSON.parse(JSON.stringify(value), (key, v: unknown) =>
      key === '$ref' && typeof v === 'string' ? v.replace('#/$defs/', '#/components/schemas/') : v,
    ) as Json;
  return (schema, io) => {
    const {
      $defs = {},
      $schema: _,
      id: _id,
      ...root
    } = z.toJSONSchema(schema, { io, override: tidy, unrepresentable: 'any' }) as Json & {
      $defs?: Record<string, Json>;
    };
    for (const [id, { id: _inner, ...definition }] of Object.entries($defs)) schemas[id] ??= rewrite(definition);
    const name = z.globalRegistry.get(schema)?.id;
    if (!name) return rewrite(root);
    schemas[name] ??= rewrite(root);
    return { $ref: `#/components/schemas/${name}` };
  };
}

/** Keeps the document readable: no safe-integer bounds, no date-time patterns. */
function tidy({ jsonSchema: s }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (s.minimum === Number.MIN_SAFE_INTEGER) delete s.minimum;
  if (s.maximum === Number.MAX_SAFE_INTEGER) delete s.maximum;
  if (s.format === 'date-time' || s.format === 'date') delete s.pattern;
  if (s.additionalProperties === false) delete s.additionalProperties;
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query', convert: Convert): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = convert(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function idempotency(operation: Operation): Json[] {
  if (operation.method !== 'POST' || operation.open || operation.secret || operation.upload) return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
      description: 'A repeat with the same key gets the answer of the first call',
    },
  ];
}

function requestBody(operation: Operation, convert: Convert): Json {
  if (operation.upload) {
    const fields = operation.body ? convert(operation.body, 'input') : {};
    const file = {
      type: 'object',
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      required: ['file'],
    };
    return {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: { allOf: [fields, file] } } } },
    };
  }
  if (!operation.body) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: convert(operation.body, 'input') } } },
  };
}

function success(operation: Operation, convert: Convert): Json {
  if (operation.status === 204) return { description: 'Done' };
  return {
    description: 'OK',
    content: { [operation.produces ?? 'application/json']: { schema: convert(operation.response, 'output') } },
  };
}

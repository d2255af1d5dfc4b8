import type { Route } from '../http/call.ts';
import { ACCOUNT } from './account.ts';
import { ADMIN } from './admin.ts';
import { SCHEMAS } from './components.ts';
import { CONTACTS } from './contacts.ts';
import { LEGACY } from './legacy.ts';
import { isText, type Encoding, type Operation, type Operations, type TextAnswer } from './operation.ts';
import { RESOURCES } from './resources.ts';
import { ref, text, type Schema } from './schema.ts';
import { WEBHOOKS } from './webhooks.ts';

/** What is said of every route; a test compares its keys with the routes there are. */
export const OPERATIONS: Operations = { ...LEGACY, ...ACCOUNT, ...CONTACTS, ...RESOURCES, ...ADMIN };

const MEDIA_TYPES: Readonly<Record<Encoding, string>> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
  multipart: 'multipart/form-data',
  csv: 'text/csv',
};

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'Done, no body',
  302: 'Leads on',
  400: 'Wrong request',
  401: 'Token missing or wrong',
  403: 'Not available on this account',
  404: 'Not found',
  408: 'Too late',
  409: 'Exists already',
  410: 'Gone',
  415: 'Wrong encoding of the body',
  501: 'Not there',
  503: 'Service is down, or too many listeners',
};

/** `/callbacks/:id` → `/callbacks/{id}` */
const templated = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const idOf = ({ method, path }: Route): string =>
  [method.toLowerCase(), ...path.split(/[/.:_-]+/)]
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

const tagOf = ({ access, path }: Route): string => {
  if (path.startsWith('/_emulator')) return 'emulator';
  return access === 'legacy' ? 'legacy' : (/^\/(?:sms\/)?(\w+)/.exec(path)?.[1] ?? 'emulator');
};

const parametersOf = (route: Route, { fields = {}, required = [] }: Operation): readonly Schema[] => {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: text(),
  }));
  if (hasBody(route)) return inPath;
  const inQuery = Object.entries(fields).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
};

const hasBody = ({ method }: Route): boolean => method === 'POST' || method === 'PUT';

const bodyOf = (route: Route, { fields, required, encodings }: Operation): Schema => {
  if (!hasBody(route) || fields === undefined) return {};
  const schema = { type: 'object', properties: fields, ...(required === undefined ? {} : { required }) };
  const usual: readonly Encoding[] = route.access === 'admin' ? ['json'] : ['json', 'form', 'multipart'];
  const content = (encodings ?? usual).map((encoding) => [
    MEDIA_TYPES[encoding],
    { schema: encoding === 'csv' ? text() : schema },
  ]);
  return { requestBody: { content: Object.fromEntries(content) } };
};

/** Plain text is what a legacy endpoint answers without `format=json` (dossier 1.3). */
const PLAIN: Schema = {
  'text/plain': { schema: text('`OK:id:points`, several joined with `;`, or `ERROR:code`.', 'A C') },
};

const answerOf = (status: number, answer: Schema | TextAnswer | null, beside: Schema = {}): Schema => {
  const description = REASONS[status] ?? String(status);
  if (answer === null) return { description };
  const content = isText(answer)
    ? { [answer.mediaType]: { schema: text() } }
    : { 'application/json': { schema: answer } };
  return { description, content: { ...content, ...beside } };
};

const responsesOf = ({ access }: Route, { answers }: Operation): Schema => {
  const beside = access === 'legacy' ? PLAIN : {};
  const refused = access === 'rest' || access === 'admin' ? { 401: answerOf(401, ref('Problem')) } : {};
  const own = Object.entries(answers).map(([status, answer]): [string, Schema] => [
    status,
    answerOf(Number(status), answer, beside),
  ]);
  return { ...refused, ...Object.fromEntries(own) };
};

const SECURITY = {
  legacy: [{ token: [] }],
  rest: [{ token: [] }],
  open: [],
  admin: [{}, { token: [] }],
} as const;

const operationOf = (route: Route, operation: Operation): Schema => ({
  operationId: idOf(route),
  tags: [tagOf(route)],
  summary: operation.summary,
  ...(operation.note === undefined ? {} : { description: operation.note }),
  'x-confidence': operation.confidence,
  security: SECURITY[route.access],
  parameters: parametersOf(route, operation),
  ...bodyOf(route, operation),
  responses: responsesOf(route, operation),
});

const pathsOf = (routes: readonly Route[]): Schema => {
  const paths = new Map<string, Record<string, Schema>>();
  for (const route of routes) {
    const operation = OPERATIONS[`${route.method} ${route.path}`];
    if (operation === undefined) continue;
    const path = templated(route.path);
    paths.set(path, { ...paths.get(path), [route.method.toLowerCase()]: operationOf(route, operation) });
  }
  return Object.fromEntries(paths);
};

const INTRODUCTION = `What smsapi-emulator plays of SMSAPI (smsapi.pl), and its own endpoints under \`/_emulator/\`.
Nobody here has called the live service. \`x-confidence\` says where a fact comes from: **A** the vendor's specification or
documentation, **B** its clients, **C** production code of others, **D** one source only, **E** our guess.
Every path also answers under \`/api\`.`;

/** The OpenAPI 3.1 document of these routes. */
export const describeRoutes = (routes: readonly Route[], version: string): Schema => ({
  openapi: '3.1.1',
  info: {
    title: 'SMSAPI as the emulator plays it',
    version,
    description: INTRODUCTION,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
  paths: pathsOf(routes),
  webhooks: WEBHOOKS,
  components: {
    schemas: SCHEMAS,
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'Admin endpoints also take programs on the same machine.' },
    },
  },
});

/** The client without the schemas: a browser gets the routes as plain data and the types for nothing. */
export { ProblemError } from './problem-error.ts';
export { callers, type Route } from './transport.ts';
export type { Client } from './client-type.ts';
export { IMPORT_FILE_MB, MOST_NAMED } from './limits.ts';

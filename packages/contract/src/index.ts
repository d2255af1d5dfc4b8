export { contract, type Contract } from './contract.ts';
export { createClient, type Client } from './client.ts';
export { openapi } from './openapi.ts';
export type { CallInput, HandlerInput, Operation, Result } from './operation.ts';
export { Problem, ProblemError } from './problem.ts';
export type { Reason, Sentence } from './scalars.ts';
export type { ContractorFilter } from './directory.ts';
export type { ServerEvent } from './events.ts';

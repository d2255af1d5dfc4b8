import type { Contract } from './contract.ts';
import type { ServerEvent } from './events.ts';
import type { CallInput, Operation, Result } from './operation.ts';
import type { CallOptions } from './transport.ts';
import type { XLSX } from './xlsx.ts';

type Answer<O extends Operation> = O extends { readonly produces: 'text/event-stream' }
  ? AsyncIterable<ServerEvent>
  : O extends { readonly produces: typeof XLSX }
    ? Blob
    : Result<O>;

type Call<O extends Operation> =
  unknown extends CallInput<O>
    ? (input?: undefined, options?: CallOptions) => Promise<Answer<O>>
    : (input: CallInput<O>, options?: CallOptions) => Promise<Answer<O>>;

/** One method per operation of the contract. */
export type Client = { readonly [K in keyof Contract]: Call<Contract[K]> };

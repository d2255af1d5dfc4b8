import type { ContractorFilter } from '@goniec/contract';
import type { Command } from 'commander';
import { choice } from './parse-options.ts';

export interface FilterOptions {
  readonly group?: string;
  readonly consent?: NonNullable<ContractorFilter['consent']>;
  readonly number?: NonNullable<ContractorFilter['number']>;
}

/** The options by which contractors are found, the same wherever they are listed or picked. */
export const addFilterOptions = (command: Command): Command =>
  command
    .option('--group <nazwa>', 'tylko z tej grupy')
    .addOption(choice('--consent <stan>', 'tylko z taką zgodą na SMS', ['active', 'withdrawn', 'none']))
    .addOption(choice('--number <rodzaj>', 'tylko z takim numerem', ['mobile', 'landline', 'faulty', 'none']));

/** The filter of the API; undefined when none of its fields was given. */
export function filterOf(
  { group, consent, number }: FilterOptions,
  q: string | undefined,
): ContractorFilter | undefined {
  const filter = {
    ...(q === undefined ? {} : { q }),
    ...(group === undefined ? {} : { group }),
    ...(consent === undefined ? {} : { consent }),
    ...(number === undefined ? {} : { number }),
  };
  return Object.keys(filter).length > 0 ? filter : undefined;
}

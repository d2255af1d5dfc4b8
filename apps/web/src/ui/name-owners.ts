import type { Contract, Result } from '@goniec/contract';

type Owners = Result<Contract['getInboundMessage']>['owners'];

/** Whose a number is, in one line: the first by name, and how many more; null for a number of nobody in the directory. */
export function nameOwners({ contractors, total }: Owners): string | null {
  const [first] = contractors;
  if (first === undefined) return null;
  return total > 1 ? `${first.name} +${total - 1}` : first.name;
}

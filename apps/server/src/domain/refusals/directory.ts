import type { RefusalTable } from '../reason.ts';

export const directoryRefusals = {} as const satisfies RefusalTable;

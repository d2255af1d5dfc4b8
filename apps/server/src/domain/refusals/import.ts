import type { RefusalTable } from '../reason.ts';

export const importRefusals = {} as const satisfies RefusalTable;

import type { RefusalTable } from '../reason.ts';

export const campaignRefusals = {} as const satisfies RefusalTable;

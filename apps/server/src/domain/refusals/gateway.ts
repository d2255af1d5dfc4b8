import type { RefusalTable } from '../reason.ts';

export const gatewayRefusals = {} as const satisfies RefusalTable;
